package org.histogrid.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.histogrid.base.BadInput;
import org.histogrid.base.Numbers;
import org.histogrid.chart.StepChartSpec;
import org.histogrid.histogram.ComputedGrid;

/// All that a figure says, before it has a place: the charts of the screen without hidden classes, and the
/// words around them.
///
/// @param notes what one must know to read the panels
/// @param headings of columns, where all rows have the same neurons; empty where each panel has a title of
///     its own
record FigureContent(
        String title,
        List<ClassColours.Entry> legend,
        List<String> notes,
        List<String> headings,
        List<RowContent> rows,
        int columns) {

    /// More steps than this are no picture any more, and would fill the memory.
    private static final long MOST_STEPS = 400_000;

    record RowContent(String label, Optional<String> problem, List<PanelContent> panels) {
        RowContent {
            panels = List.copyOf(panels);
        }
    }

    /// @param title below the panel
    /// @param head lines over the panel
    /// @param spec what it draws; where it draws nothing, `problem` says why
    record PanelContent(int neuron, String title, List<String> head, Optional<StepChartSpec> spec, String problem) {
        PanelContent {
            head = List.copyOf(head);
        }
    }

    static FigureContent of(Figure figure, FigureOptions options) {
        var grid = figure.grid();
        requireFewSteps(grid);
        var colours = ClassColours.of(grid);
        var rows = new ArrayList<RowContent>();
        for (var row = 0; row < grid.rows().size(); row++) {
            rows.add(row(figure, row, colours, options));
        }
        var columns = rows.stream().mapToInt(row -> row.panels().size()).max().orElse(0);
        return new FigureContent(
                options.title() ? figure.title() : "",
                options.legend() ? legend(colours, options.hidden()) : List.of(),
                options.legend() ? GridWords.notes(grid.settings()) : List.of(),
                headings(rows),
                List.copyOf(rows),
                columns);
    }

    /// Charts in the order of rows and columns.
    Stream<StepChartSpec> charts() {
        return rows.stream().flatMap(row -> row.panels().stream()).flatMap(panel -> panel.spec().stream());
    }

    private static void requireFewSteps(ComputedGrid grid) {
        var steps = grid.rows().stream()
                .flatMap(row -> row.panels().stream())
                .flatMap(panel -> panel.classes().stream())
                .mapToLong(one -> one.histogram().bins())
                .sum();
        if (steps > MOST_STEPS) {
            throw new BadInput("A figure has at most %s bins over all panels and classes, not %s: choose fewer bins."
                            .formatted(Numbers.integer(MOST_STEPS), Numbers.integer(steps)))
                    .forField("bins");
        }
    }

    private static RowContent row(Figure figure, int index, ClassColours colours, FigureOptions options) {
        var row = figure.grid().rows().get(index);
        var settings = figure.grid().settings();
        var label = figure.rowLabels().get(index);
        var panels = new ArrayList<PanelContent>();
        for (var column = 0; column < row.panels().size(); column++) {
            var panel = row.panels().get(column);
            var spec = Optional.of(panel)
                    .filter(PanelCharts::isDrawable)
                    .map(one -> PanelCharts.chart(one, settings, colours, label).without(options.hidden()));
            var score = figure.score(index, column).filter(line -> options.scores());
            panels.add(new PanelContent(
                    panel.neuron(),
                    GridWords.panelTitle(panel, settings.scale()),
                    spec.isPresent() ? head(panel, options, score) : List.of(),
                    spec,
                    spec.isPresent() ? "" : GridWords.problem(panel)));
        }
        var problem =
                row.problem().or(() -> panels.isEmpty() ? Optional.of("This row has no neurons.") : Optional.empty());
        return new RowContent(GridWords.rowLabel(settings, label), problem, panels);
    }

    private static List<String> head(ComputedGrid.Panel panel, FigureOptions options, Optional<String> score) {
        var samples =
                options.samples() ? Stream.of(GridWords.samples(panel), GridWords.outside(panel)) : Stream.<String>of();
        return Stream.concat(samples, score.stream())
                .filter(line -> !line.isBlank())
                .toList();
    }

    private static List<ClassColours.Entry> legend(ClassColours colours, Set<String> hidden) {
        return colours.legend().stream()
                .map(entry -> new ClassColours.Entry(
                        entry.variable(),
                        entry.names().stream()
                                .filter(name -> !hidden.contains(name))
                                .toList()))
                .filter(entry -> !entry.names().isEmpty())
                .toList();
    }

    private static List<String> headings(List<RowContent> rows) {
        var neurons = rows.stream()
                .map(row -> row.panels().stream().map(PanelContent::neuron).toList())
                .distinct()
                .toList();
        if (rows.size() < 2 || neurons.size() != 1) {
            return List.of();
        }
        return IntStream.range(0, neurons.getFirst().size())
                .mapToObj(column -> rows.stream()
                        .map(row -> row.panels().get(column))
                        .min(Comparator.comparing(panel -> panel.spec().isEmpty()))
                        .map(PanelContent::title)
                        .orElse(""))
                .toList();
    }
}
