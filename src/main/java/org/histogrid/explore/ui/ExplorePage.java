package org.histogrid.explore.ui;

import com.vaadin.flow.router.Location;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.histogrid.dataset.DatasetDetails;
import org.histogrid.dataset.HookPoint;
import org.histogrid.dataset.Labeling;
import org.histogrid.dataset.LabelingRef;
import org.histogrid.dataset.ui.DatasetNavigation;
import org.histogrid.neuron.ui.ColumnWords;
import org.histogrid.screening.RankingQuery;
import org.histogrid.screening.ScoreAt;
import org.histogrid.screening.Selection;
import org.histogrid.stats.Split;

/// A dataset as it is explored. Without a labeling there are no scores.
record ExplorePage(DatasetDetails dataset, Optional<Labeling> labeling, ExploreQuery query) {

    private static final int TWO = 2;

    String title() {
        return "Explore neurons, " + dataset.name();
    }

    /// The hook point whose neurons are ranked; empty for all.
    Optional<HookPoint> point() {
        return dataset.hookPoints().size() == 1
                ? Optional.of(dataset.hookPoints().getFirst())
                : query.point().flatMap(dataset::hookPoint);
    }

    LabelingRef labelingRef() {
        return new LabelingRef(dataset.id(), labeling.orElseThrow().id());
    }

    Selection selection() {
        return new Selection(labelingRef(), point().map(HookPoint::id), query.side());
    }

    ColumnWords words() {
        return labeling.map(one -> ColumnWords.of(one.classes(), query.side())).orElse(ColumnWords.ANY);
    }

    /// The class that is held against the rest, where there are more than two.
    Optional<String> side() {
        return labeling.filter(one -> one.classes().size() > TWO)
                .map(one -> one.classes().get(query.side()).name());
    }

    /// The score it is ranked by, the same in the half that took no part in the ranking, then those asked for.
    List<ScoreAt> columns() {
        return Stream.concat(ranked(), query.more().stream()).distinct().toList();
    }

    private Stream<ScoreAt> ranked() {
        var by = query.by();
        return by.split() == Split.DISCOVERY ? Stream.of(by, new ScoreAt(Split.HELD_OUT, by.column())) : Stream.of(by);
    }

    /// The whole ranking, with the columns of the list.
    RankingQuery ranking() {
        return ranking(columns());
    }

    RankingQuery ranking(List<ScoreAt> columns) {
        return new RankingQuery(selection(), query.by(), query.order(), query.filters(), columns, 0, Integer.MAX_VALUE);
    }

    Location location() {
        return new Location(DatasetNavigation.explorePathOf(dataset.id()), ExploreAddress.write(query));
    }
}
