package org.histogrid.screening;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.histogrid.dataset.DatasetDetails;
import org.histogrid.dataset.ImportSpec;
import org.histogrid.dataset.LabelingRef;
import org.histogrid.dataset.TestDatasets;
import org.histogrid.dataset.TestDatasets.File;
import org.histogrid.dataset.TestNpy;
import org.histogrid.sharing.Viewer;
import org.histogrid.stats.Score;
import org.histogrid.stats.Split;
import org.springframework.stereotype.Component;

/// Datasets of noise, in which a few neurons are larger where the label is 1.
@Component
class PlantedNeurons {

    /// More than a part of 4,096 holds, so that there are neurons at the edges of parts.
    static final int NEURONS = 4_100;

    static final List<Integer> PLANTED = List.of(0, 77, 4_095, 4_096, 4_099);
    static final int CONSTANT = 5;
    static final int ALL_NAN = 6;
    static final ProfileColumn AUROC = ProfileColumn.of(Score.AUROC);

    private static final int SAMPLES = 240;

    private final TestDatasets datasets;

    PlantedNeurons(TestDatasets datasets) {
        this.datasets = datasets;
    }

    DatasetDetails imported(Viewer viewer, int neurons) {
        var random = new Random(11);
        var noise = random.doubles((long) SAMPLES * neurons, -1, 1).toArray();
        var acts = TestNpy.f32(SAMPLES, neurons, (s, n) -> {
            if (n == CONSTANT) {
                return 3;
            }
            if (n == ALL_NAN) {
                return Float.NaN;
            }
            return (float) noise[s * neurons + n] + (PLANTED.contains(n) && s % 2 == 1 ? 1 : 0);
        });
        var labels = TestNpy.i8(IntStream.range(0, SAMPLES).map(i -> i % 2).toArray());
        return datasets.imported(
                viewer, ImportSpec.EMPTY, List.of(new File("acts.npy", acts), new File("labels.npy", labels)));
    }

    /// By AUROC, with that of each split.
    static RankingQuery by(LabelingRef labeling, Split split, List<RankFilter> filters, int offset, int limit) {
        var columns =
                Arrays.stream(Split.values()).map(of -> new ScoreAt(of, AUROC)).toList();
        return new RankingQuery(
                Selection.of(labeling, Optional.empty()),
                new ScoreAt(split, AUROC),
                RankOrder.ABS,
                filters,
                columns,
                offset,
                limit);
    }
}
