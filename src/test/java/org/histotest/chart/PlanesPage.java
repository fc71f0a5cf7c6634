package org.histotest.chart;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.OptionalParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.histogrid.chart.BandChart;
import org.histogrid.chart.BandSpec;
import org.histogrid.chart.PlaneChart;
import org.histogrid.chart.PlaneSelection;
import org.histogrid.chart.PlaneSpec;
import org.histogrid.chart.StepChart;
import org.jspecify.annotations.Nullable;

/// Planes and layers, each in a cell of class `cell`; with `many` as many of them as a model has.
@Route("planes")
@AnonymousAllowed
public class PlanesPage extends Div implements HasUrlParameter<String> {

    private final Span chosen = new Span();

    @Override
    public void setParameter(BeforeEvent event, @OptionalParameter @Nullable String howMany) {
        if (howMany == null) {
            byHand();
        } else {
            place("points", plane(Planes.manyPoints()));
            place("cells", plane(Planes.manyCells()));
            place("layers", layers(Planes.manyLayers()));
            place("null", new StepChart(Planes.distribution()));
        }
    }

    private void byHand() {
        chosen.setId("chosen");
        var cells = plane(Planes.cells());
        place("points", plane(Planes.points()));
        place("cells", cells);
        place("layers", layers(Planes.layers()));
        add(chosen);
        add(button("select", () -> cells.select(new PlaneSelection(-0.5, 0.5, 1, 3))));
        add(button("clear", cells::clearSelection));
    }

    private PlaneChart plane(PlaneSpec spec) {
        var chart = new PlaneChart(spec);
        chart.allowSelection(true);
        chart.addPointListener(event -> chosen.setText("point " + event.index()));
        chart.addSelectionListener(event -> chosen.setText(event.selection()
                .map(part -> "x %s to %s, y %s to %s".formatted(part.fromX(), part.toX(), part.fromY(), part.toY()))
                .orElse("nothing")));
        return chart;
    }

    private BandChart layers(BandSpec spec) {
        var chart = new BandChart(spec);
        chart.addLayerListener(event -> chosen.setText("layer " + event.layer()));
        return chart;
    }

    private void place(String id, Component chart) {
        chart.setId(id);
        var cell = new Div(chart);
        cell.addClassName("cell");
        cell.getStyle().set("display", "inline-block").set("margin", "8px").set("width", "400px");
        add(cell);
    }

    private static NativeButton button(String id, Runnable action) {
        var button = new NativeButton(id, event -> action.run());
        button.setId(id);
        return button;
    }
}
