package org.histogrid.project.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/// Where the rows of a grid stand. Rows and panels are moved by their handles and told in one event, as a large grid
/// has hundreds of them.
@Tag("grid-area")
@JsModule("./grid-area.ts")
final class GridArea extends Component implements HasComponents, HasStyle {

    GridArea() {
        addClassName("hg-rows");
    }

    void addMoveListener(ComponentEventListener<Move> listener) {
        addListener(Move.class, listener);
    }

    void addOpenListener(ComponentEventListener<Opened> listener) {
        addListener(Opened.class, listener);
    }

    void addHelpListener(ComponentEventListener<Help> listener) {
        addListener(Help.class, listener);
    }

    /// Enter was pressed on a panel.
    @DomEvent("grid-open")
    public static final class Opened extends ComponentEvent<GridArea> {

        private final int row;
        private final int column;

        public Opened(
                GridArea source,
                boolean fromClient,
                @EventData("event.detail.row") int row,
                @EventData("event.detail.column") int column) {
            super(source, fromClient);
            this.row = row;
            this.column = column;
        }

        void tell(GridActions.OfMember actions) {
            actions.enlarge(row, column);
        }
    }

    /// Somebody asks which keys there are.
    @DomEvent("grid-help")
    public static final class Help extends ComponentEvent<GridArea> {

        public Help(GridArea source, boolean fromClient) {
            super(source, fromClient);
        }
    }

    /// A handle was dropped in a gap: before the row or panel `toRow`, `toColumn`, or behind the last one. Rows have
    /// no columns.
    @DomEvent("grid-move")
    public static final class Move extends ComponentEvent<GridArea> {

        private final int fromRow;
        private final int fromColumn;
        private final int toRow;
        private final int toColumn;

        public Move(
                GridArea source,
                boolean fromClient,
                @EventData("event.detail.fromRow") int fromRow,
                @EventData("event.detail.fromColumn") int fromColumn,
                @EventData("event.detail.toRow") int toRow,
                @EventData("event.detail.toColumn") int toColumn) {
            super(source, fromClient);
            this.fromRow = fromRow;
            this.fromColumn = fromColumn;
            this.toRow = toRow;
            this.toColumn = toColumn;
        }

        void tell(GridActions.OfMember actions) {
            if (fromColumn < 0) {
                actions.dropRow(fromRow, toRow);
            } else {
                actions.dropNeuron(fromRow, fromColumn, toRow, toColumn);
            }
        }
    }
}
