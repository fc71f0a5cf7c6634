package org.histogrid.histogram;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.histogrid.dataset.DatasetDetails;
import org.histogrid.dataset.DatasetId;
import org.histogrid.dataset.HookPoint;
import org.histogrid.dataset.LabelCodes;
import org.histogrid.dataset.Labeling;
import org.histogrid.dataset.NeuronRef;

/// A specification held against the datasets there are: what can be read, and what is wrong with the rest.
record GridPlan(List<PlannedRow> rows, HistogramSettings settings) {

    /// `problem` is set, or `dataset`, `point` and `labeling` are.
    record PlannedRow(
            GridSpec.Row spec,
            Optional<DatasetDetails> dataset,
            Optional<HookPoint> point,
            Optional<Labeling> labeling,
            Optional<String> problem) {

        boolean holds(int neuron) {
            return point.filter(found -> found.holds(neuron)).isPresent();
        }

        NeuronRef ref(int neuron) {
            return new NeuronRef(spec.dataset(), spec.hookPoint(), neuron);
        }

        /// Only of a row without a problem.
        Provenance provenance(LabelCodes labels, HistogramSettings settings) {
            var from = dataset.orElseThrow();
            var read = point.orElseThrow();
            var by = labeling.orElseThrow();
            var classes = labels.classes().stream()
                    .map(one -> new Provenance.ClassCount(one.name(), one.count()))
                    .toList();
            return new Provenance(
                    from.name(),
                    from.model(),
                    read.site(),
                    Optional.ofNullable(read.layer()),
                    read.convention(),
                    read.token(),
                    by.name(),
                    by.rule().at(spec.threshold()).inWords(),
                    classes.stream().mapToInt(Provenance.ClassCount::samples).sum(),
                    classes,
                    settings.bins().label(),
                    settings.range().label(),
                    settings.scale(),
                    from.sources().stream()
                            .map(file -> new Provenance.Source(file.name(), file.sha256()))
                            .toList());
        }
    }

    static GridPlan of(GridSpec spec, Map<DatasetId, DatasetDetails> datasets) {
        var rows = new ArrayList<PlannedRow>();
        for (var row : spec.rows()) {
            var dataset = Optional.ofNullable(datasets.get(row.dataset()));
            var point = dataset.flatMap(found -> found.hookPoint(row.hookPoint()));
            var labeling = dataset.flatMap(found -> found.labeling(row.labeling()));
            rows.add(new PlannedRow(row, dataset, point, labeling, problem(row, dataset, point, labeling)));
        }
        return new GridPlan(rows, spec.settings());
    }

    private static Optional<String> problem(
            GridSpec.Row row,
            Optional<DatasetDetails> dataset,
            Optional<HookPoint> point,
            Optional<Labeling> labeling) {
        if (dataset.isEmpty()) {
            return Optional.of("The dataset of this row was deleted. Choose another one, or remove the row.");
        }
        var name = dataset.get().name();
        if (point.isEmpty()) {
            return Optional.of("%s has no such hook point. Choose another one.".formatted(name));
        }
        if (labeling.isEmpty()) {
            return Optional.of("The labeling of this row was deleted from %s. Choose another one.".formatted(name));
        }
        if (row.threshold().isPresent() && !labeling.get().isOnScore()) {
            return Optional.of("The labeling %s of %s is not on a score, so no threshold parts it."
                    .formatted(labeling.get().name(), name));
        }
        return Optional.empty();
    }

    boolean isWhole() {
        return rows.stream().allMatch(row -> row.problem().isEmpty());
    }
}
