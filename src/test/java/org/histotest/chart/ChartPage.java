package org.histotest.chart;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.OptionalParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.List;
import java.util.Set;
import org.histogrid.chart.AxisSpec;
import org.histogrid.chart.Marker;
import org.histogrid.chart.StepChart;
import org.histogrid.chart.StepChartSpec;
import org.histogrid.chart.StepSeries;
import org.jspecify.annotations.Nullable;

/// As many panels as the address asks for; one panel with numbers known by hand where it asks for none.
@Route("charts")
@AnonymousAllowed
public class ChartPage extends Div implements HasUrlParameter<Integer> {

    @Override
    public void setParameter(BeforeEvent event, @OptionalParameter @Nullable Integer howMany) {
        if (howMany == null) {
            one();
        } else {
            grid(howMany);
        }
    }

    private void grid(int howMany) {
        var grid = new Div();
        grid.addClassName("hg-charts");
        Samples.panels(howMany).forEach(spec -> grid.add(new StepChart(spec)));
        add(grid);
    }

    private void one() {
        var chart = new StepChart(Samples.byHand());
        chart.setWidth("420px");
        var chosen = new Span();
        chosen.setId("chosen");
        chart.addBinListener(event -> chosen.setText("bin " + event.bin()));
        add(chart, chosen);
        add(button("hide", () -> chart.hide(Set.of("false answer"))));
        add(button("show-all", () -> chart.hide(Set.of())));
        add(button("density", () -> chart.show(density())));
        add(button("detach", () -> remove(chart)));
        add(button("attach", () -> add(chart)));
        add(button("stack", () -> chart.show(stacked())));
        chart.addRangeListener(event -> chosen.setText(
                "range " + event.from() + " to " + event.to() + (event.includesTo() ? " inclusive" : "")));
        add(button("allow-selection", () -> chart.allowSelection(true)));
        add(button("select", () -> chart.select(-3, -2.75)));
        add(button("clear", chart::clearSelection));
        add(button("in-grid", () -> chart.inGrid(true)));
    }

    private static StepChartSpec density() {
        var spec = Samples.byHand();
        var one = spec.series().getFirst();
        return new StepChartSpec(
                spec.edges(),
                List.of(new StepSeries(
                        one.name(), one.colour(), new double[] {0.001, 3.9964, 0.0022661, 0.0003}, one.counts())),
                spec.x(),
                new AxisSpec(0, 4, List.of(0.0, 1.0, 2.0, 3.0, 4.0), "Density"),
                spec.description(),
                "density",
                List.of(new Marker(-2.9, "median -2.90")));
    }

    private static StepChartSpec stacked() {
        var spec = Samples.byHand();
        var one = spec.series().getFirst();
        var two = spec.series().getLast();
        return new StepChartSpec(
                spec.edges(),
                List.of(
                        new StepSeries(one.name(), one.colour(), one.heights(), one.counts(), new double[4], true),
                        new StepSeries(two.name(), two.colour(), two.heights(), two.counts(), one.heights(), true)),
                spec.x(),
                spec.y(),
                spec.description());
    }

    private static NativeButton button(String id, Runnable action) {
        var button = new NativeButton(id, event -> action.run());
        button.setId(id);
        return button;
    }
}
