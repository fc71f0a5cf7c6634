package org.histogrid.project;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.histogrid.base.Numbers;
import org.histogrid.dataset.ActivationService;
import org.histogrid.dataset.DatasetService;
import org.histogrid.dataset.LabelCodes;
import org.histogrid.dataset.LabelingId;
import org.histogrid.dataset.LabelingRef;
import org.histogrid.dataset.NeuronRef;
import org.histogrid.dataset.NeuronValues;
import org.histogrid.sharing.Viewer;
import org.histogrid.stats.SeparationScorer;
import org.springframework.stereotype.Component;

/// A line of scores for each panel of a project: "AUROC 0.871, d 1.62". Panels with other than two classes, and those
/// that cannot be computed, have none.
@Component
class PanelScores {

    private static final int TWO = 2;

    private final DatasetService datasets;
    private final ActivationService activations;

    PanelScores(DatasetService datasets, ActivationService activations) {
        this.datasets = datasets;
        this.activations = activations;
    }

    /// The vectors of one row are read at once, and of no two rows, so that memory is bounded by the longest row.
    ///
    /// @param thresholds where labelings on scores are parted instead of where they were stored to be
    List<List<String>> of(Viewer viewer, ProjectContent content, Map<LabelingId, Double> thresholds) {
        var known = datasets.findAll(
                viewer,
                content.rows().stream().map(ProjectRow::dataset).distinct().toList());
        var readable = content.rows().stream()
                .filter(row -> Optional.ofNullable(known.get(row.dataset()))
                        .flatMap(dataset -> dataset.labeling(row.labeling()))
                        .filter(labeling -> labeling.isOnScore() || !thresholds.containsKey(row.labeling()))
                        .isPresent())
                .toList();
        var stored = activations.labels(
                viewer,
                readable.stream().map(ProjectRow::labelingRef).distinct().toList());
        return content.rows().stream()
                .map(row -> readable.contains(row)
                        ? lines(viewer, row, codes(viewer, row, thresholds, stored))
                        : List.<String>of())
                .toList();
    }

    private LabelCodes codes(
            Viewer viewer, ProjectRow row, Map<LabelingId, Double> thresholds, Map<LabelingRef, LabelCodes> stored) {
        return Optional.ofNullable(thresholds.get(row.labeling()))
                .map(cut -> activations.labels(viewer, row.dataset(), row.labeling(), cut))
                .orElseGet(() -> Objects.requireNonNull(stored.get(row.labelingRef())));
    }

    private List<String> lines(Viewer viewer, ProjectRow row, LabelCodes codes) {
        if (codes.classes().size() != TWO) {
            return List.of();
        }
        var refs = row.neurons().stream()
                .map(neuron -> new NeuronRef(row.dataset(), row.hookPoint(), neuron))
                .toList();
        var vectors = activations.read(viewer, refs);
        var scorer = new SeparationScorer(codes.classOf());
        return refs.stream()
                .map(ref -> Optional.ofNullable(vectors.get(ref))
                        .map(values -> line(values, scorer))
                        .orElse(""))
                .toList();
    }

    private static String line(NeuronValues values, SeparationScorer scorer) {
        var scores = scorer.score(values.payload(), values.encoding());
        var auroc = scores.auroc();
        var d = scores.cohenD();
        return Double.isFinite(auroc) && Double.isFinite(d)
                ? "AUROC %s, d %s".formatted(Numbers.significant(auroc), Numbers.significant(d))
                : "";
    }
}
