package org.histogrid.histogram;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.histogrid.dataset.DatasetDetails;
import org.histogrid.dataset.DatasetId;
import org.histogrid.dataset.HookPoint;
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
    }

    static GridPlan of(GridSpec spec, Map<DatasetId, DatasetDetails> datasets) {
        var rows = new ArrayList<PlannedRow>();
        for (var row : spec.rows()) {
            var dataset = Optional.ofNullable(datasets.get(row.dataset()));
            var point = dataset.flatMap(found -> found.hookPoint(row.hookPoint()));
            var labeling = dataset.flatMap(found -> found.labeling(row.labeling()));
            rows.add(new PlannedRow(row, dataset, point, labeling, problem(dataset, point, labeling)));
        }
        return new GridPlan(rows, spec.settings());
    }

    private static Optional<String> problem(
            Optional<DatasetDetails> dataset, Optional<HookPoint> point, Optional<Labeling> labeling) {
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
        return Optional.empty();
    }

    boolean isWhole() {
        return rows.stream().allMatch(row -> row.problem().isEmpty());
    }
}
