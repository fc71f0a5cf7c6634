package org.histogrid.bench;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.histogrid.dataset.DatasetDetails;
import org.histogrid.dataset.DatasetService;
import org.histogrid.dataset.HookPoint;
import org.histogrid.dataset.Labeling;
import org.histogrid.dataset.LabelingId;
import org.histogrid.figure.ChartDocuments;
import org.histogrid.histogram.HistogramService;
import org.histogrid.project.ProjectContent;
import org.histogrid.project.ProjectDetails;
import org.histogrid.project.ProjectRow;
import org.histogrid.project.ProjectService;
import org.histogrid.sharing.Viewer;

/// A threshold that is dragged: 12 panels are parted again at each place of the slider, from PostgreSQL to
/// the documents of the charts. And grids of 12 and 120 panels of the same dataset, when nothing of them is
/// remembered.
public final class ThresholdBench {

    private static final int ROUNDS = 60;
    private static final int WARM_UPS = 300;
    private static final int COLUMNS = 12;
    private static final int STEPS = 1_000;
    private static final double MOST_MILLIS = 100;

    private final ProjectService projects;
    private final HistogramService histograms;
    private final Viewer viewer;
    private final DatasetDetails dataset;
    private final LabelingId labeling;
    private int place;

    private ThresholdBench(BenchApplication application) {
        projects = application.bean(ProjectService.class);
        histograms = application.bean(HistogramService.class);
        viewer = application.viewer();
        dataset = scored(application.bean(DatasetService.class));
        labeling = dataset.labelings().stream()
                .filter(Labeling::isOnScore)
                .findFirst()
                .orElseThrow()
                .id();
    }

    private DatasetDetails scored(DatasetService datasets) {
        var all = datasets.search(viewer, "", 0, 50).items().stream()
                .map(item -> item.id())
                .toList();
        return datasets.findAll(viewer, all).values().stream()
                .filter(one -> one.labelings().stream().anyMatch(Labeling::isOnScore))
                .findFirst()
                .orElseThrow();
    }

    public static void main(String[] arguments) throws Exception {
        boolean reached;
        try (var application = new BenchApplication()) {
            reached = new ThresholdBench(application).run();
        }
        if (!reached) {
            throw new IllegalStateException("Panels follow a threshold more slowly than promised");
        }
    }

    private boolean run() {
        var twelve = project(1);
        var many = project(10);
        System.out.printf("%s, %,d samples%n", dataset.name(), dataset.samples());
        var rounds = new Rounds(ROUNDS)
                .warmUp(WARM_UPS)
                .add("12 panels at a new threshold", () -> {
                    var cut = (++place % STEPS) / (double) STEPS;
                    return ChartDocuments.of(
                            projects.preview(viewer, twelve.id(), twelve.content(), Map.of(labeling, cut)));
                })
                .add("12 panels, nothing remembered", () -> cold(twelve))
                .add("120 panels, nothing remembered", () -> cold(many))
                .add("120 panels, remembered", () -> ChartDocuments.of(projects.grid(viewer, many.id())));
        System.out.println(rounds.run().table(""));
        var drag = rounds.p50("12 panels at a new threshold");
        Ratio.atMost(
                15,
                "120 panels against 12",
                rounds.p50("120 panels, nothing remembered") / rounds.p50("12 panels, nothing remembered"));
        return Ratio.atMost(MOST_MILLIS, "threshold, 12 panels x %,d, p50 in ms".formatted(dataset.samples()), drag);
    }

    private List<String> cold(ProjectDetails project) {
        histograms.forget();
        return ChartDocuments.of(projects.grid(viewer, project.id()));
    }

    private ProjectDetails project(int rows) {
        var all = IntStream.range(0, rows)
                .mapToObj(row -> new ProjectRow(
                        dataset.id(),
                        labeling,
                        dataset.hookPoints().getFirst().id(),
                        "Row " + row,
                        neurons(dataset.hookPoints().getFirst(), row * COLUMNS)))
                .toList();
        return projects.create(
                viewer, ProjectContent.empty("Bench of %d rows".formatted(rows)).withRows(all));
    }

    /// The recorded ones from a place on, and again from the first where there are too few.
    private static List<Integer> neurons(HookPoint point, int from) {
        return IntStream.range(from, from + COLUMNS)
                .map(i -> point.neurons().get(i % point.neurons().size()))
                .boxed()
                .toList();
    }
}
