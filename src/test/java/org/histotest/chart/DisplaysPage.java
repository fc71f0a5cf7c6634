package org.histotest.chart;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.ArrayList;
import java.util.Set;
import org.histogrid.chart.StepChart;

/// Every way to show classes, each in a cell of class `cell`.
@Route("displays")
@AnonymousAllowed
public class DisplaysPage extends Div {

    DisplaysPage() {
        var charts = new ArrayList<StepChart>();
        Displays.all().forEach((name, spec) -> {
            var chart = new StepChart(spec);
            chart.setId(name);
            charts.add(chart);
            var cell = new Div(chart);
            cell.addClassName("cell");
            cell.getStyle().set("display", "inline-block").set("margin", "8px").set("width", "400px");
            add(cell);
        });
        var hide = new NativeButton("hide", event -> charts.forEach(chart -> chart.hide(Set.of("true answer"))));
        hide.setId("hide");
        add(hide);
    }
}
