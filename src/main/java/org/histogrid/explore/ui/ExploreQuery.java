package org.histogrid.explore.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.histogrid.base.BadInput;
import org.histogrid.screening.ProfileColumn;
import org.histogrid.screening.RankFilter;
import org.histogrid.screening.RankOrder;
import org.histogrid.screening.ScoreAt;
import org.histogrid.stats.OutlierType;
import org.histogrid.stats.Score;
import org.histogrid.stats.Split;

/// What the page shows of a dataset. Its address says it, so that a link shows the same.
///
/// @param labeling empty for the first one
/// @param point empty for all hook points
/// @param side the class that is held against the rest, from 0
/// @param more columns besides those of the score that is ranked by
/// @param with the datasets that are held against this one
record ExploreQuery(
        Optional<String> labeling,
        Optional<Integer> point,
        int side,
        ScoreAt by,
        RankOrder order,
        List<RankFilter> filters,
        List<ScoreAt> more,
        OverviewPlot plot,
        List<OtherRanking> with) {

    static final int MOST_OTHERS = 6;
    static final List<ScoreAt> USUAL_COLUMNS =
            List.of(discovery(ProfileColumn.of(Score.COHEN_D)), discovery(ProfileColumn.Q));
    static final ExploreQuery PLAIN = new ExploreQuery(
            Optional.empty(),
            Optional.empty(),
            0,
            discovery(ProfileColumn.of(Score.AUROC)),
            RankOrder.ABS,
            List.of(),
            USUAL_COLUMNS,
            OverviewPlot.DISTRIBUTION,
            List.of());

    ExploreQuery {
        filters = List.copyOf(filters);
        more = List.copyOf(more);
        with = List.copyOf(with);
        if (with.size() > MOST_OTHERS) {
            throw new BadInput("At most %d others stand beside a ranking.".formatted(MOST_OTHERS)).forField("with");
        }
    }

    private static ScoreAt discovery(ProfileColumn column) {
        return new ScoreAt(Split.DISCOVERY, column);
    }

    Stream<RankFilter.Within> ranges() {
        return filters.stream().filter(RankFilter.Within.class::isInstance).map(RankFilter.Within.class::cast);
    }

    /// The types of which a neuron must be an outlier; empty where it need not be one.
    Set<OutlierType> outliers() {
        return filters.stream()
                .filter(RankFilter.Bears.class::isInstance)
                .flatMap(one -> ((RankFilter.Bears) one).anyOf().stream())
                .collect(Collectors.toSet());
    }

    /// Its filters stay: a link may name another labeling, and they mean the same there.
    ExploreQuery labelled(String newLabeling) {
        return new ExploreQuery(Optional.of(newLabeling), point, 0, by, order, filters, more, plot, with);
    }

    ExploreQuery at(Optional<Integer> newPoint) {
        return new ExploreQuery(labeling, newPoint, side, by, order, filters, more, plot, with);
    }

    ExploreQuery ofSide(int newSide) {
        return new ExploreQuery(labeling, point, newSide, by, order, filters, more, plot, with);
    }

    ExploreQuery ranked(ScoreAt newBy, RankOrder newOrder) {
        return new ExploreQuery(labeling, point, side, newBy, newOrder, filters, more, plot, with);
    }

    /// A range takes the place of the one of the same score.
    ExploreQuery limitedTo(List<RankFilter.Within> newRanges) {
        var scores = newRanges.stream().map(RankFilter.Within::score).toList();
        var all = new ArrayList<>(filters);
        all.removeIf(one -> one instanceof RankFilter.Within range && scores.contains(range.score()));
        all.addAll(newRanges);
        return filtered(all);
    }

    ExploreQuery bearing(Set<OutlierType> types) {
        var all = new ArrayList<>(filters);
        all.removeIf(RankFilter.Bears.class::isInstance);
        if (!types.isEmpty()) {
            all.add(new RankFilter.Bears(types));
        }
        return filtered(all);
    }

    ExploreQuery without(RankFilter filter) {
        return filtered(filters.stream().filter(one -> !one.equals(filter)).toList());
    }

    private ExploreQuery filtered(List<RankFilter> newFilters) {
        return new ExploreQuery(labeling, point, side, by, order, newFilters, more, plot, with);
    }

    ExploreQuery showing(List<ScoreAt> columns) {
        return new ExploreQuery(labeling, point, side, by, order, filters, columns, plot, with);
    }

    ExploreQuery drawing(OverviewPlot newPlot) {
        return new ExploreQuery(labeling, point, side, by, order, filters, more, newPlot, with);
    }

    ExploreQuery beside(List<OtherRanking> others) {
        return new ExploreQuery(labeling, point, side, by, order, filters, more, plot, others);
    }
}
