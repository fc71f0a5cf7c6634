package org.histogrid.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.histogrid.dataset.DatasetDetails;
import org.histogrid.dataset.HookPoint;
import org.histogrid.stats.Split;

/// What a table of a ranking says of each neuron, from left to right: its rank, where it is, the scores that are
/// asked for, and what it is an outlier by.
final class RankingColumns {

    static final String RANK = "rank";
    static final String HOOK_POINT = "hookPoint";
    static final String SITE = "site";
    static final String LAYER = "layer";
    static final String TOKEN = "token";
    static final String NEURON = "neuron";
    static final String OUTLIERS = "outliers";

    private final Map<Integer, HookPoint> points;
    private final Split split;
    private final List<ScoreAt> scores;

    RankingColumns(DatasetDetails dataset, RankingQuery query) {
        points = dataset.hookPoints().stream().collect(Collectors.toMap(HookPoint::id, Function.identity()));
        split = query.by().split();
        scores = query.columns().stream().distinct().toList();
    }

    List<ScoreAt> scores() {
        return scores;
    }

    /// `auroc` in the split that the ranking is made by, else with that of the score: `auroc.held-out`.
    String name(ScoreAt score) {
        var key = score.column().key();
        return score.split() == split ? key : key + "." + score.split().key();
    }

    /// All of them.
    List<String> names() {
        var names = new ArrayList<>(List.of(RANK, HOOK_POINT, SITE, LAYER, TOKEN, NEURON));
        scores.forEach(score -> names.add(name(score)));
        names.add(OUTLIERS);
        return names;
    }

    HookPoint pointOf(RankedNeuron row) {
        return Objects.requireNonNull(points.get(row.neuron().hookPoint()));
    }

    /// `SEPARATING;BIMODAL`, empty where it is no outlier.
    static String outliers(RankedNeuron row) {
        return row.outliers().stream().map(outlier -> outlier.type().key()).collect(Collectors.joining(";"));
    }
}
