package org.histogrid.dataset.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.histogrid.base.Numbers;
import org.histogrid.base.ui.DataTable;
import org.histogrid.chart.AxisSpec;
import org.histogrid.chart.StepChart;
import org.histogrid.chart.StepChartSpec;
import org.histogrid.chart.StepSeries;
import org.histogrid.dataset.TensorLook;
import org.histogrid.dataset.TensorLook.Values;
import org.histogrid.stats.Ticks;

/// The first rows and columns of an array or a table, and a histogram of some of its values.
class LookPanel extends Composite<Section> {

    private static final int X_TICKS = 4;

    LookPanel() {
        getContent().addClassNames("hg-section", "hg-card", "hg-look");
        getContent().getElement().setAttribute("aria-label", "Preview");
        getContent().getElement().setAttribute("aria-live", "polite");
        setVisible(false);
    }

    void clear() {
        getContent().removeAll();
        setVisible(false);
    }

    void fail(String what, String sentence) {
        var words = new Paragraph(sentence);
        words.addClassName("hg-error");
        show(what, List.of(words));
    }

    void show(TensorLook look) {
        var parts = new ArrayList<Component>();
        if (!look.cells().isEmpty()) {
            parts.add(cells(look));
            parts.add(quiet(shown(look)));
        }
        look.values().ifPresent(values -> {
            if (isDrawable(values)) {
                var chart = new Div(new StepChart(chart(look, values)));
                chart.addClassName("hg-look-chart");
                parts.add(chart);
            }
            parts.add(quiet(inWords(values)));
        });
        show(look.tensor().map(name -> look.file() + ", " + name).orElse(look.file()), parts);
    }

    private void show(String what, List<Component> parts) {
        getContent().removeAll();
        getContent().add(new H3(what));
        parts.forEach(part -> getContent().add(part));
        setVisible(true);
    }

    private static DataTable cells(TensorLook look) {
        var headers = new ArrayList<String>();
        headers.add("#Row");
        var width = look.cells().getFirst().size();
        for (var i = 0; i < width; i++) {
            headers.add(look.columns().isEmpty() ? "#" + i : look.columns().get(i));
        }
        var table = new DataTable("First rows", headers.toArray(String[]::new));
        table.addClassName("hg-look-cells");
        for (var i = 0; i < look.cells().size(); i++) {
            var row = new ArrayList<Object>();
            row.add(i);
            row.addAll(look.cells().get(i));
            table.row(row.toArray());
        }
        return table;
    }

    private static String shown(TensorLook look) {
        var rows = look.cells().size();
        var columns = look.cells().getFirst().size();
        return "%s, %s. %s"
                .formatted(part(rows, look.allRows(), "row"), part(columns, look.allColumns(), "column"), look.axes())
                .strip();
    }

    private static String part(int shown, long all, String what) {
        return shown == all
                ? "all " + Numbers.count(all, what)
                : "%s of %s".formatted(Numbers.integer(shown), Numbers.count(all, what));
    }

    private static boolean isDrawable(Values values) {
        return values.histogram().finite() > 0
                && Double.isFinite(values.edges().high() - values.edges().low());
    }

    private static StepChartSpec chart(TensorLook look, Values values) {
        var edges = values.edges();
        var counts = values.histogram().counts();
        var highest = 0L;
        for (var count : counts) {
            highest = Math.max(highest, count);
        }
        var y = Ticks.fromZero(highest, true);
        return new StepChartSpec(
                edges.toArray(),
                List.of(StepSeries.ofCounts("values", "--hg-class-1", counts)),
                new AxisSpec(edges.low(), edges.high(), Ticks.ticks(edges.low(), edges.high(), X_TICKS), ""),
                new AxisSpec(
                        0,
                        y.high(),
                        y.ticks(),
                        y.ticks().stream()
                                .map(tick -> Numbers.integer(tick.longValue()))
                                .toList(),
                        "",
                        false),
                "Histogram of %s: %s".formatted(look.file(), inWords(values)));
    }

    static String inWords(Values values) {
        var histogram = values.histogram();
        return "%s. From %s to %s; %s NaN, %s infinite."
                .formatted(
                        values.isAll()
                                ? "All %s %s".formatted(Numbers.integer(values.of()), values.what())
                                : "%s of %s %s, spread over the file"
                                        .formatted(
                                                Numbers.integer(values.looked()),
                                                Numbers.integer(values.of()),
                                                values.what()),
                        Numbers.significant(values.low()),
                        Numbers.significant(values.high()),
                        Numbers.integer(histogram.nan()),
                        Numbers.integer(values.infinite()));
    }

    private static Paragraph quiet(String text) {
        var words = new Paragraph(text);
        words.addClassNames("hg-quiet", "hg-small", "hg-figures");
        return words;
    }

    /// What to look at: a file, and an array or a column of it.
    record Wanted(String file, Optional<String> tensor) {

        String inWords() {
            return tensor.map(name -> file + ", " + name).orElse(file);
        }
    }
}
