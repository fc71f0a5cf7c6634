package org.histogrid.api;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.histogrid.dataset.LabelClass;
import org.histogrid.dataset.Labeling;
import org.histogrid.neuron.NeuronProfile;
import org.histogrid.screening.NeuronScreening;
import org.histogrid.screening.ProfileColumn;
import org.histogrid.screening.ScoreAt;
import org.histogrid.stats.ClassSummary;
import org.histogrid.stats.MultiClassScores;
import org.histogrid.stats.Score;
import org.histogrid.stats.Split;
import org.histogrid.stats.TwoClassScores;
import org.jspecify.annotations.Nullable;

/// The scores of a neuron by their names; null where one is not defined. Under more than two classes they stand in
/// `oneVersusRest`, for each class. What compares it with the others of its hook point is null, and the outlier types
/// are missing, as long as these are not scored.
record ProfileJson(
        int neuron,
        String labeling,
        String split,
        List<ClassJson> classes,
        @JsonAnyGetter Map<String, @Nullable Double> scores,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<RestJson> oneVersusRest,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> outlierTypes) {

    record ClassJson(
            String name,
            long n,
            @Nullable Double mean,
            @Nullable Double sd,
            @Nullable Double min,
            @Nullable Double max,
            @Nullable Double median,
            @Nullable Double skewness,
            @Nullable Double kurtosis) {

        static ClassJson of(LabelClass one, ClassSummary numbers) {
            return new ClassJson(
                    one.name(),
                    numbers.n(),
                    finite(numbers.mean()),
                    finite(numbers.sd()),
                    finite(numbers.min()),
                    finite(numbers.max()),
                    finite(numbers.median()),
                    finite(numbers.skewness()),
                    finite(numbers.kurtosis()));
        }
    }

    /// One class against all others together.
    record RestJson(String name, @JsonAnyGetter Map<String, @Nullable Double> scores) {}

    static ProfileJson of(
            int neuron, Labeling labeling, NeuronProfile profile, Split split, Optional<NeuronScreening> screening) {
        var id = labeling.id().toString();
        var outliers = screening
                .map(known -> known.outliers().stream()
                        .map(outlier -> outlier.type().key())
                        .toList())
                .orElse(null);
        var classes = profile.classes();
        if (profile.twoClasses().isPresent()) {
            var scores = profile.twoClasses().get();
            var named = named(scores);
            for (var column : List.of(ProfileColumn.Q, ProfileColumn.SCALE_PERCENTILE)) {
                named.put(
                        column.key(),
                        screening
                                .map(known -> orNull(known.value(new ScoreAt(split, column))))
                                .orElse(null));
            }
            return new ProfileJson(
                    neuron, id, split.key(), classes(classes, scores.classes()), named, List.of(), outliers);
        }
        var scores = profile.manyClasses().orElseThrow();
        return new ProfileJson(
                neuron,
                id,
                split.key(),
                classes(
                        classes,
                        scores.oneAgainstRest().stream()
                                .map(one -> one.classes().getFirst())
                                .toList()),
                ofAll(scores),
                IntStream.range(0, classes.size())
                        .mapToObj(i -> new RestJson(
                                classes.get(i).name(),
                                named(scores.oneAgainstRest().get(i))))
                        .toList(),
                outliers);
    }

    private static List<ClassJson> classes(List<LabelClass> classes, List<ClassSummary> numbers) {
        return IntStream.range(0, classes.size())
                .mapToObj(i -> ClassJson.of(classes.get(i), numbers.get(i)))
                .toList();
    }

    private static Map<String, @Nullable Double> named(TwoClassScores scores) {
        var named = new LinkedHashMap<String, @Nullable Double>();
        for (var score : Score.values()) {
            named.put(score.key(), orNull(score.of(scores)));
        }
        return named;
    }

    private static Map<String, @Nullable Double> ofAll(MultiClassScores scores) {
        var named = new LinkedHashMap<String, @Nullable Double>();
        named.put("etaSquared", finite(scores.etaSquared()));
        named.put("kruskalWallis", finite(scores.kruskalWallis()));
        named.put("kruskalWallisLog10P", finite(scores.kruskalWallisLog10P()));
        return named;
    }

    private static @Nullable Double orNull(OptionalDouble score) {
        return score.isPresent() ? score.getAsDouble() : null;
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
