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
import java.util.Set;

/// Histograms of a few classes over each other, as translucent steps. It is as wide as its place allows, 1.4 times as
/// wide as high, and draws itself when it comes into view.
///
/// Everything shown travels as one compact JSON property, so a chart holds its text and no more on the server.
@Tag("step-chart")
@JsModule("./step-chart.ts")
@NpmPackage(value = "apexcharts", version = "4.7.0")
public class StepChart extends Component implements HasSize, HasStyle {

    /// A chart of `spec`.
    public StepChart(StepChartSpec spec) {
        show(spec);
    }

    /// Replaces all that is shown. Hidden classes stay hidden.
    public final void show(StepChartSpec spec) {
        getElement().setProperty("spec", SpecJson.write(spec));
    }

    /// Hides the classes of these names and shows all others, without sending the numbers again. Names the chart does
    /// not have are ignored, so a whole grid can be given the same set.
    public void hide(Set<String> names) {
        getElement().setPropertyList("hiddenSeries", List.copyOf(names));
    }

    /// Calls `listener` when a bin is clicked, or chosen with Enter.
    public Registration addBinListener(ComponentEventListener<BinEvent> listener) {
        return addListener(BinEvent.class, listener);
    }
}
