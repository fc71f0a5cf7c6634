package org.histogrid.histogram;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.histogrid.dataset.ActivationService;
import org.histogrid.dataset.HookPointMoments;
import org.histogrid.dataset.HookPointRef;
import org.histogrid.dataset.HookPointStatistics;
import org.histogrid.dataset.LabelCodes;
import org.histogrid.dataset.LabelingRef;
import org.histogrid.histogram.GridPlan.PlannedRow;
import org.histogrid.sharing.Viewer;
import org.histogrid.stats.Ranks;

/// What the panels of a row have in common: the classes of its samples, and the unit of its values. Rows with a problem
/// have neither.
final class RowInputs {

    private final GridPlan plan;
    private final Map<Integer, LabelCodes> labels;
    private final Map<HookPointRef, HookPointMoments> moments;

    RowInputs(GridPlan plan, ActivationService activations, HookPointStatistics statistics, Viewer viewer) {
        this.plan = plan;
        var stored = activations.labels(
                viewer,
                plan.rows().stream()
                        .filter(row -> row.problem().isEmpty())
                        .map(RowInputs::labeling)
                        .toList());
        labels = IntStream.range(0, plan.rows().size())
                .filter(row -> plan.rows().get(row).problem().isEmpty())
                .boxed()
                .collect(Collectors.toMap(row -> row, row -> {
                    var wanted = plan.rows().get(row);
                    var ref = labeling(wanted);
                    return wanted.spec()
                            .threshold()
                            .map(cut -> activations.labels(viewer, ref.dataset(), ref.labeling(), cut))
                            .orElseGet(() -> Objects.requireNonNull(stored.get(ref)));
                }));
        moments = plan.settings().scale() == Scale.ZSCORE
                ? statistics.moments(
                        viewer,
                        plan.rows().stream()
                                .filter(row -> row.problem().isEmpty())
                                .map(RowInputs::point)
                                .toList())
                : Map.of();
    }

    private static HookPointRef point(PlannedRow row) {
        return new HookPointRef(row.spec().dataset(), row.spec().hookPoint());
    }

    private static LabelingRef labeling(PlannedRow row) {
        return new LabelingRef(row.spec().dataset(), row.spec().labeling());
    }

    LabelCodes labels(int row) {
        return Objects.requireNonNull(labels.get(row));
    }

    /// The values in the unit they are shown in. May be the same array.
    double[] scaled(double[] values, int row) {
        return switch (plan.settings().scale()) {
            case RAW -> values;
            case ZSCORE ->
                Objects.requireNonNull(moments.get(point(plan.rows().get(row)))).zScores(values);
            case RANK -> ranked(values, labels(row));
        };
    }

    /// Samples without a class take no rank from the others.
    private static double[] ranked(double[] values, LabelCodes labels) {
        var shown = labelled(values, labels);
        var percentiles = Ranks.percentiles(shown);
        if (shown == values) {
            return percentiles;
        }
        var ranked = new double[values.length];
        var next = 0;
        for (var i = 0; i < values.length; i++) {
            ranked[i] = labels.classOf()[i] >= 0 ? percentiles[next++] : Double.NaN;
        }
        return ranked;
    }

    /// The values of samples with a class, from which edges come because they are what is shown. The same array where
    /// all samples have one.
    static double[] labelled(double[] values, LabelCodes labels) {
        var labelled = labels.classes().stream().mapToInt(one -> one.count()).sum();
        if (labelled == values.length) {
            return values;
        }
        var kept = new double[labelled];
        var next = 0;
        for (var i = 0; i < values.length; i++) {
            if (labels.classOf()[i] >= 0) {
                kept[next++] = values[i];
            }
        }
        return kept;
    }
}
