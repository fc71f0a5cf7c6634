package org.histogrid.chart;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.shared.Registration;

/// How a score lies in each of a row of layers: bands from the 5th to the 95th and from the 25th to the 75th hundredth,
/// a line through the medians, and points where it is extreme. It is as wide as its place allows, 1.4 times as wide as
/// high unless it is given a height, and draws itself when it comes into view.
///
/// Everything shown travels as one compact JSON property. The style sheet says by the variables of [StepChart] how
/// large its texts are.
@Tag("band-chart")
@JsModule("./band-chart.ts")
@NpmPackage(value = "apexcharts", version = "4.7.0")
public class BandChart extends Component implements HasSize, HasStyle {

    /// A chart of `spec`.
    public BandChart(BandSpec spec) {
        show(spec);
    }

    /// Replaces all that is shown.
    public final void show(BandSpec spec) {
        getElement().setProperty("spec", BandJson.write(spec));
    }

    /// Calls `listener` when a layer is clicked, or chosen with Enter.
    public Registration addLayerListener(ComponentEventListener<LayerEvent> listener) {
        return addListener(LayerEvent.class, listener);
    }
}
