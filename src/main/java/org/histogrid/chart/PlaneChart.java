package org.histogrid.chart;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.shared.Registration;
import java.util.List;

/// Two values of many things against each other: as points, or as shaded cells where they are too many. It is as wide
/// as its place allows, 1.4 times as wide as high unless it is given a height, and draws itself when it comes into
/// view.
///
/// Everything shown travels as one compact JSON property. The style sheet says by the variables of [StepChart] how
/// large its texts are.
@Tag("plane-chart")
@JsModule("./plane-chart.ts")
@NpmPackage(value = "apexcharts", version = "4.7.0")
public class PlaneChart extends Component implements HasSize, HasStyle {

    private ExactEdges xEdges = ExactEdges.NONE;
    private ExactEdges yEdges = ExactEdges.NONE;

    /// A chart of `spec`.
    public PlaneChart(PlaneSpec spec) {
        show(spec);
        addSelectionListener(event -> event.selection().ifPresentOrElse(this::select, this::clearSelection));
    }

    /// Replaces all that is shown. A selection stays at its values.
    public final void show(PlaneSpec spec) {
        switch (spec.marks()) {
            case PlanePoints points -> {
                xEdges = ExactEdges.NONE;
                yEdges = ExactEdges.NONE;
            }
            case PlaneCells cells -> {
                xEdges = ExactEdges.of(cells.xEdges(), SpecJson.finest(cells.xEdges(), spec.x()));
                yEdges = ExactEdges.of(cells.yEdges(), SpecJson.finest(cells.yEdges(), spec.y()));
            }
        }
        getElement().setProperty("spec", PlaneJson.write(spec));
    }

    /// Whether a part may be selected: by dragging across it, or by Space and arrow keys. A click on a cell
    /// then selects that cell.
    public void allowSelection(boolean allowed) {
        getElement().setProperty("selectable", allowed);
    }

    /// Shows a part as selected. No listener is told.
    public final void select(PlaneSelection part) {
        getElement().setPropertyList("selected", List.of(part.fromX(), part.toX(), part.fromY(), part.toY()));
    }

    /// Shows nothing as selected. No listener is told.
    public final void clearSelection() {
        getElement().setPropertyList("selected", List.of());
    }

    /// Calls `listener` when a point is clicked, or chosen with Enter.
    public Registration addPointListener(ComponentEventListener<PointEvent> listener) {
        return addListener(PointEvent.class, listener);
    }

    /// Calls `listener` when a part was selected, or the selection was cleared with Escape. It is shown so by then.
    public final Registration addSelectionListener(ComponentEventListener<PlaneSelectionEvent> listener) {
        return addListener(PlaneSelectionEvent.class, listener);
    }

    PlaneSelection exact(double fromX, double toX, double fromY, double toY) {
        return new PlaneSelection(
                xEdges.nearest(fromX), xEdges.nearest(toX), yEdges.nearest(fromY), yEdges.nearest(toY));
    }
}
