package org.histogrid.explore.ui;

import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.histogrid.base.Numbers;
import org.histogrid.neuron.ui.ColumnWords;
import org.histogrid.neuron.ui.OutlierBadges;
import org.histogrid.screening.ProfileColumn;
import org.histogrid.screening.RankFilter;
import org.histogrid.screening.Ranking;
import org.histogrid.stats.Score;
import org.histogrid.stats.Split;

/// What a ranking is and is not, in a few words.
final class RankWords {

    private RankWords() {}

    /// "4 096 neurons tested, ranked by largest |AUROC − 0.5| in the discovery half. 12 pass the filters."
    static String ranking(ExplorePage page, Ranking ranking) {
        var by = page.query().by();
        var text = "%s tested, ranked by %s in %s."
                .formatted(
                        Numbers.count(ranking.tested(), "neuron"),
                        page.words().ranking(by.column(), page.query().order()),
                        by.split() == Split.ALL ? "all samples" : "the " + ColumnWords.half(by.split()));
        return text
                + untested(ranking.neurons() - ranking.tested())
                + (page.query().filters().isEmpty()
                        ? ""
                        : " %s %s the filters."
                                .formatted(
                                        Numbers.integer(ranking.matching()),
                                        ranking.matching() == 1 ? "passes" : "pass"));
    }

    private static String untested(int neurons) {
        return switch (neurons) {
            case 0 -> "";
            case 1 -> " 1 was not: it never changes, or a class has no value.";
            default -> " %s were not: they never change, or a class has no value.".formatted(Numbers.integer(neurons));
        };
    }

    /// What keeps a reader from being fooled by the first of many.
    static String caution(ExplorePage page) {
        return switch (page.query().by().split()) {
            case DISCOVERY ->
                "The first of many look better than they are. The held-out half took no part in the ranking: its column tells "
                        + "what is left.";
            case HELD_OUT ->
                "Ranked by the held-out half: it then tells no more than the discovery half would. Rank by the discovery half, "
                        + "and read what is left in this one.";
            case ALL ->
                "Ranked by all samples: nothing is left to check the first ones with. Rank by the discovery half for that.";
        };
    }

    /// Where the best of as many neurons lands by chance; nothing where that is not known of this score.
    static String chance(ExplorePage page, OptionalDouble nullMax) {
        return nullMax.isPresent() && page.query().by().column().equals(ProfileColumn.of(Score.AUROC))
                ? "With shuffled labels no neuron came farther from 0.5 than %s."
                        .formatted(Numbers.significant(nullMax.getAsDouble()))
                : "";
    }

    static String filter(RankFilter filter, ColumnWords words) {
        return switch (filter) {
            case RankFilter.Within range -> words.name(range.score()) + ": " + range(range.from(), range.to());
            case RankFilter.Bears bears ->
                bears.anyOf().stream().sorted().map(OutlierBadges::name).collect(Collectors.joining(" or "));
        };
    }

    private static String range(double from, double to) {
        if (Double.isInfinite(from)) {
            return "at most " + Numbers.significant(to);
        }
        return Double.isInfinite(to)
                ? "at least " + Numbers.significant(from)
                : "%s to %s".formatted(Numbers.significant(from), Numbers.significant(to));
    }
}
