package org.histogrid.project.ui;

import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.List;
import java.util.Set;
import org.histogrid.base.BadInput;
import org.histogrid.base.NotFound;
import org.histogrid.base.ui.Notices;
import org.histogrid.dataset.DatasetService;
import org.histogrid.dataset.ui.DatasetNavigation;
import org.histogrid.finding.ui.FindingNavigation;
import org.histogrid.neuron.ui.PanelBins;
import org.histogrid.project.NeuronList;
import org.histogrid.project.ProjectContent;
import org.histogrid.project.ProjectRow;
import org.histogrid.sharing.CurrentViewer;
import org.histogrid.stats.Statistic;

/// What a member does to the grid of a project, as edits of its draft.
final class GridEditing implements GridActions.OfMember {

    @SpringComponent
    static class Factory {

        private final FindingNavigation findings;
        private final RowDialog.Factory rowDialogs;
        private final AddNeuronsDialog.Factory neuronDialogs;
        private final DatasetService datasets;
        private final CurrentViewer viewer;

        Factory(
                FindingNavigation findings,
                RowDialog.Factory rowDialogs,
                AddNeuronsDialog.Factory neuronDialogs,
                DatasetService datasets,
                CurrentViewer viewer) {
            this.findings = findings;
            this.rowDialogs = rowDialogs;
            this.neuronDialogs = neuronDialogs;
            this.datasets = datasets;
            this.viewer = viewer;
        }

        GridEditing create(ProjectView view, ProjectLooking looking) {
            return new GridEditing(this, view, looking);
        }
    }

    private final Factory services;
    private final ProjectView view;
    private final ProjectLooking looking;

    private GridEditing(Factory services, ProjectView view, ProjectLooking looking) {
        this.services = services;
        this.view = view;
        this.looking = looking;
    }

    private ProjectContent content() {
        return view.draft().content();
    }

    @Override
    public void show(Statistic stat) {
        view.edit(content().withSettings(content().settings().withStat(stat)));
    }

    @Override
    public void looked(Set<String> hidden) {
        looking.hide(hidden);
    }

    @Override
    public void enlarge(int row, int column) {
        looking.enlarge(row, column);
    }

    @Override
    public void openNeuron(int row, int column) {
        looking.openNeuron(row, column);
    }

    @Override
    public void explore(int row) {
        var of = content().rows().get(row);
        DatasetNavigation.toExplore(of.dataset(), of.labeling(), of.hookPoint());
    }

    @Override
    public void openFindings(int row, int column) {
        services.findings.open(ProjectNeurons.at(content(), row, column), view::reload);
    }

    @Override
    public void openBins(int row, int column) {
        bins(row, column).open(content().rows().get(row).label());
    }

    @Override
    public void downloadBins(int row, int column) {
        bins(row, column).file().start();
    }

    private PanelBins bins(int row, int column) {
        var grid = view.open().grid();
        return PanelBins.of(
                grid.rows().get(row).panels().get(column), grid.settings().stat());
    }

    void addRow() {
        services.rowDialogs
                .add(row -> view.edit(GridEdits.addRow(content(), row)))
                .open();
    }

    @Override
    public void editRow(int row) {
        services.rowDialogs
                .edit(content().rows().get(row), changed -> view.edit(content().withRow(row, changed)))
                .open();
    }

    @Override
    public void addNeurons(int row) {
        services.neuronDialogs
                .create(
                        content().rows(),
                        row,
                        (chosen, addition) -> view.edit(GridEdits.addNeurons(content(), chosen, addition)))
                .open();
    }

    @Override
    public void duplicateRow(int row) {
        view.edit(GridEdits.duplicateRow(content(), row));
    }

    @Override
    public void duplicateRowElsewhere(int row) {
        services.rowDialogs
                .duplicate(
                        content().rows().get(row),
                        duplicate -> view.edit(GridEdits.insertRow(content(), row + 1, duplicate)))
                .open();
    }

    @Override
    public void moveRow(int row, int by) {
        view.edit(GridEdits.moveRow(content(), row, by));
        view.grid().focusRow(row + by, by);
    }

    @Override
    public void dropRow(int row, int gap) {
        view.edit(GridEdits.moveRowTo(content(), row, gap));
    }

    @Override
    public void removeRow(int row) {
        view.edit(GridEdits.removeRow(content(), row));
    }

    @Override
    public void moveNeuron(int row, int column, int by) {
        view.edit(GridEdits.moveNeuron(content(), row, column, by));
        view.grid().focusNeuron(row, column + by);
    }

    @Override
    public void dropNeuron(int row, int column, int toRow, int gap) {
        try {
            if (row != toRow) {
                requireRecorded(
                        content().rows().get(row).neurons().get(column),
                        content().rows().get(toRow));
            }
            view.edit(GridEdits.moveNeuronTo(content(), row, column, toRow, gap));
        } catch (BadInput | NotFound e) {
            Notices.showError(String.valueOf(e.getMessage()));
        }
    }

    private void requireRecorded(int neuron, ProjectRow target) {
        var point =
                services.datasets.find(services.viewer.get(), target.dataset()).requireHookPoint(target.hookPoint());
        NeuronList.check(List.of(neuron), point);
    }

    @Override
    public void removeNeuron(int row, int column) {
        view.edit(GridEdits.removeNeuron(content(), row, column));
    }
}
