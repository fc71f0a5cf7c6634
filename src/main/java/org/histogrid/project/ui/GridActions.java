package org.histogrid.project.ui;

import java.util.Set;
import org.histogrid.stats.Statistic;

/// What a person may do to a grid from within it. Rows and columns count from 0.
interface GridActions {

    void show(Statistic stat);

    /// Called when classes were hidden or shown, which needs no new numbers.
    default void looked(Set<String> hidden) {}

    /// The actions of a member of the team.
    interface OfMember extends GridActions {

        /// Shows one panel large.
        void enlarge(int row, int column);

        /// Goes to the page of the neuron of a panel.
        void openNeuron(int row, int column);

        void openFindings(int row, int column);

        /// Goes to all neurons of the hook point of a row, by their scores.
        void explore(int row);

        /// Shows the numbers of a panel that has bins.
        void openBins(int row, int column);

        /// Sends the numbers of a panel that has bins as a file.
        void downloadBins(int row, int column);

        void editRow(int row);

        /// Asks for neurons to add, to this row unless another one is chosen.
        void addNeurons(int row);

        void duplicateRow(int row);

        /// Asks for the dataset in which the same neurons are to be shown.
        void duplicateRowElsewhere(int row);

        void moveRow(int row, int by);

        /// @param gap before which row it is put
        void dropRow(int row, int gap);

        void removeRow(int row);

        void moveNeuron(int row, int column, int by);

        /// @param gap before which panel of `toRow` it is put
        void dropNeuron(int row, int column, int toRow, int gap);

        void removeNeuron(int row, int column);
    }
}
