package org.histogrid.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.histogrid.base.BadInput;
import org.histogrid.dataset.LabelClass;
import org.histogrid.dataset.Labeling;
import org.histogrid.screening.ProfileColumn;
import org.histogrid.screening.RankFilter;
import org.histogrid.screening.RankOrder;
import org.histogrid.screening.ScoreAt;
import org.histogrid.stats.OutlierType;
import org.histogrid.stats.Split;

/// What the parameters of rankings and profiles say.
final class ScreeningParameters {

    private ScreeningParameters() {}

    static Split split(String text) {
        return Split.named(text)
                .orElseThrow(() -> unknown(
                        "split",
                        text,
                        Arrays.stream(Split.values()).map(Split::key).toList()));
    }

    static ProfileColumn column(String text) {
        return ProfileColumn.named(text)
                .orElseThrow(() -> unknown(
                        "by",
                        text,
                        ProfileColumn.ALL.stream().map(ProfileColumn::key).toList()));
    }

    static RankOrder order(String text) {
        return Arrays.stream(RankOrder.values())
                .filter(order -> order.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> unknown("order", text, List.of("abs", "desc", "asc")));
    }

    static int classIndex(Labeling labeling, String name) {
        return IntStream.range(0, labeling.classes().size())
                .filter(i -> labeling.classes().get(i).name().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(
                        "class",
                        name,
                        labeling.classes().stream().map(LabelClass::name).toList()));
    }

    static List<RankFilter> filters(ScoreAt score, Optional<Double> min, Optional<Double> max, List<String> outliers) {
        var filters = new ArrayList<RankFilter>();
        if (min.isPresent() || max.isPresent()) {
            filters.add(new RankFilter.Within(
                    score, min.orElse(Double.NEGATIVE_INFINITY), max.orElse(Double.POSITIVE_INFINITY)));
        }
        if (!outliers.isEmpty()) {
            filters.add(new RankFilter.Bears(
                    outliers.stream().map(ScreeningParameters::outlier).collect(Collectors.toSet())));
        }
        return filters;
    }

    private static OutlierType outlier(String text) {
        return OutlierType.named(text)
                .orElseThrow(() -> unknown(
                        "outliers",
                        text,
                        Arrays.stream(OutlierType.values())
                                .map(OutlierType::key)
                                .toList()));
    }

    private static BadInput unknown(String field, String text, List<String> choices) {
        return new BadInput("%s cannot be %s.".formatted(field, text))
                .forField(field)
                .withChoices(choices);
    }
}
