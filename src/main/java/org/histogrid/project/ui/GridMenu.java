package org.histogrid.project.ui;

import com.vaadin.flow.component.contextmenu.ContextMenu;
import tools.jackson.databind.node.ObjectNode;

/// The one menu of a grid. It is filled when it opens, for the panel or row that it was asked for.
final class GridMenu extends ContextMenu {

    private final GridActions.OfMember actions;
    private final boolean editable;
    private final Shape shape;

    /// How many rows and panels there are at the moment.
    interface Shape {

        int rows();

        int columns(int row);

        /// Whether this panel could be computed.
        boolean hasBins(int row, int column);
    }

    GridMenu(GridArea area, GridActions.OfMember actions, boolean editable, Shape shape) {
        super(area);
        this.actions = actions;
        this.editable = editable;
        this.shape = shape;
    }

    @Override
    protected boolean onBeforeOpenMenu(ObjectNode place) {
        return fill(place.path("row").asInt(-1), place.path("column").asInt(-1)) && super.onBeforeOpenMenu(place);
    }

    /// @param column of the panel, below 0 for the row itself
    boolean fill(int row, int column) {
        removeAll();
        if (row < 0 || row >= shape.rows() || column >= shape.columns(row)) {
            return false;
        }
        if (column >= 0) {
            fillForPanel(row, column);
        } else if (editable) {
            fillForRow(row);
        }
        return !getItems().isEmpty();
    }

    private void fillForPanel(int row, int column) {
        addItem("Enlarge", _ -> actions.enlarge(row, column));
        addItem("Neuron page", _ -> actions.openNeuron(row, column));
        addItem("Explore neurons", _ -> actions.explore(row));
        addItem("Note a finding", _ -> actions.openFindings(row, column));
        addSeparator();
        var hasBins = shape.hasBins(row, column);
        addItem("Table of bins", _ -> actions.openBins(row, column)).setEnabled(hasBins);
        addItem("Data as CSV", _ -> actions.downloadBins(row, column)).setEnabled(hasBins);
        if (editable) {
            addSeparator();
            addItem("Move left", _ -> actions.moveNeuron(row, column, -1)).setEnabled(column > 0);
            addItem("Move right", _ -> actions.moveNeuron(row, column, 1)).setEnabled(column < shape.columns(row) - 1);
            addItem("Remove", _ -> actions.removeNeuron(row, column));
        }
    }

    private void fillForRow(int row) {
        addItem("Edit row", _ -> actions.editRow(row));
        addItem("Add neurons", _ -> actions.addNeurons(row));
        addItem("Explore neurons", _ -> actions.explore(row));
        addItem("Duplicate", _ -> actions.duplicateRow(row));
        addItem("Duplicate for another model", _ -> actions.duplicateRowElsewhere(row));
        addSeparator();
        addItem("Move up", _ -> actions.moveRow(row, -1)).setEnabled(row > 0);
        addItem("Move down", _ -> actions.moveRow(row, 1)).setEnabled(row < shape.rows() - 1);
        addItem("Remove row", _ -> actions.removeRow(row));
    }
}
