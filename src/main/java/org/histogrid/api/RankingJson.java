package org.histogrid.api;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.histogrid.dataset.LabelClass;
import org.histogrid.dataset.Labeling;
import org.histogrid.screening.ProfileColumn;
import org.histogrid.screening.RankedNeuron;
import org.histogrid.screening.Ranking;
import org.histogrid.screening.RankingQuery;
import org.histogrid.screening.ScoreAt;
import org.histogrid.stats.Outlier;
import org.histogrid.stats.Split;
import org.jspecify.annotations.Nullable;

/// A page of a ranking. `tested` is the m of every correction, `nullMax` the greatest |AUROC - 0.5| under permuted
/// labels, null until it is known.
record RankingJson(
        String labeling,
        String by,
        String order,
        String split,
        int neurons,
        int tested,
        @Nullable Double nullMax,
        int matching,
        int offset,
        List<RowJson> rows) {

    record RowJson(
            int rank,
            int hookPoint,
            int neuron,
            @JsonAnyGetter Map<String, @Nullable Double> scores,
            List<String> outlierTypes,
            List<Map<String, @Nullable Object>> classes) {}

    static RankingJson of(Labeling labeling, RankingQuery query, Ranking ranking) {
        var split = query.by().split();
        var names = classNames(labeling, query.selection().classIndex());
        return new RankingJson(
                labeling.id().toString(),
                query.by().column().key(),
                query.order().name().toLowerCase(Locale.ROOT),
                split.key(),
                ranking.neurons(),
                ranking.tested(),
                orNull(ranking.nullMax()),
                ranking.matching(),
                ranking.offset(),
                ranking.rows().stream().map(row -> row(split, names, row)).toList());
    }

    /// The class that is held against the rest, and the other one where there are two.
    private static List<String> classNames(Labeling labeling, int of) {
        var classes = labeling.classes().stream().map(LabelClass::name).toList();
        return classes.size() == 2 ? classes : List.of(classes.get(of));
    }

    private static RowJson row(Split split, List<String> classNames, RankedNeuron row) {
        var scores = new LinkedHashMap<String, @Nullable Double>();
        ProfileColumn.ALL.stream()
                .filter(column -> !column.isOfAClass())
                .forEach(column -> scores.put(column.key(), orNull(row.value(new ScoreAt(split, column)))));
        return new RowJson(
                row.rank(),
                row.neuron().hookPoint(),
                row.neuron().neuron(),
                scores,
                row.outliers().stream()
                        .map(Outlier::type)
                        .map(type -> type.key())
                        .toList(),
                IntStream.range(0, classNames.size())
                        .mapToObj(of -> ofClass(split, classNames.get(of), of, row))
                        .toList());
    }

    private static Map<String, @Nullable Object> ofClass(Split split, String name, int of, RankedNeuron row) {
        var numbers = new LinkedHashMap<String, @Nullable Object>();
        numbers.put("name", name);
        for (var key : ProfileColumn.OF_A_CLASS) {
            numbers.put(key, orNull(row.value(new ScoreAt(split, ProfileColumn.ofClass(key, of)))));
        }
        return numbers;
    }

    private static @Nullable Double orNull(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
