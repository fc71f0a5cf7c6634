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
import java.util.Optional;
import java.util.Set;

/// Histograms of a few classes over each other, as translucent steps. It is as wide as its place allows, 1.4 times as
/// wide as high, and draws itself when it comes into view.
///
/// Everything shown travels as one compact JSON property, so a chart holds its text and its edges on the server, and
/// what is stacked. The style sheet says by `--hg-chart-scale` how much larger than usual its texts are, by
/// `--hg-chart-compact: 1` that they are to be small and few, and by `--hg-chart-titles: none` and
/// `--hg-chart-heights: none` that titles and the labels of heights are not drawn, because they stand elsewhere.
@Tag("step-chart")
@JsModule("./step-chart.ts")
@NpmPackage(value = "apexcharts", version = "4.7.0")
public class StepChart extends Component implements HasSize, HasStyle {

    private ExactEdges edges;
    private Optional<StepChartSpec> stack = Optional.empty();
    private Set<String> hidden = Set.of();

    /// A chart of `spec`.
    public StepChart(StepChartSpec spec) {
        show(spec);
        addRangeListener(event -> select(event.from(), event.to()));
    }

    /// Replaces all that is shown. Hidden classes stay hidden, and a selection stays at its values.
    public final void show(StepChartSpec spec) {
        edges = ExactEdges.of(spec);
        stack = Optional.of(spec).filter(shown -> shown.series().stream().anyMatch(Stack::isStacked));
        send(stack.isPresent() ? spec.without(hidden) : spec);
    }

    /// Hides the classes of these names, with their curves and markers, and shows all others. The numbers are
    /// sent again only where classes stand on each other, as those above must come down. Names the chart does not
    /// have are ignored, so a whole grid can be given the same set.
    public void hide(Set<String> names) {
        hidden = Set.copyOf(names);
        getElement().setPropertyList("hiddenSeries", List.copyOf(hidden));
        stack.ifPresent(spec -> send(spec.without(hidden)));
    }

    private void send(StepChartSpec spec) {
        getElement().setProperty("spec", SpecJson.write(spec));
    }

    /// Whether a range of values may be selected: by dragging across the steps, or by Space and arrow keys.
    public void allowSelection(boolean allowed) {
        getElement().setProperty("selectable", allowed);
    }

    /// Shows the values from `from` to `to` as selected. No listener is told.
    ///
    /// @throws IllegalArgumentException where the ends are not finite or do not rise
    public final void select(double from, double to) {
        if (!Double.isFinite(from) || !Double.isFinite(to) || from >= to) {
            throw new IllegalArgumentException("A selection needs finite ends that rise, got " + from + " and " + to);
        }
        getElement().setPropertyList("selected", List.of(from, to));
    }

    /// Shows nothing as selected. No listener is told.
    public void clearSelection() {
        getElement().setPropertyList("selected", List.of());
    }

    /// Whether the chart is one of a grid that is walked through by arrow keys. Then plain arrows never move between
    /// bins; Shift with an arrow does, and Enter chooses a bin only while one is read this way.
    public void inGrid(boolean inGrid) {
        getElement().setProperty("inGrid", inGrid);
    }

    /// Calls `listener` when a bin is clicked, or chosen with Enter.
    public Registration addBinListener(ComponentEventListener<BinEvent> listener) {
        return addListener(BinEvent.class, listener);
    }

    /// Calls `listener` when a range of values was selected. It is shown as selected by then.
    public final Registration addRangeListener(ComponentEventListener<RangeEvent> listener) {
        return addListener(RangeEvent.class, listener);
    }

    double exact(double sent) {
        return edges.nearest(sent);
    }

    boolean endsBy(double value) {
        return edges.last() <= value;
    }
}
