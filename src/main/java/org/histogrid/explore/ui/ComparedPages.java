package org.histogrid.explore.ui;

import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.histogrid.dataset.DatasetDetails;
import org.histogrid.dataset.DatasetService;
import org.histogrid.dataset.HookPoint;
import org.histogrid.dataset.Labeling;
import org.histogrid.screening.OverviewService;
import org.histogrid.screening.Ranking;
import org.histogrid.screening.RankingQuery;
import org.histogrid.screening.RankingService;
import org.histogrid.screening.ScoreDistribution;
import org.histogrid.sharing.CurrentViewer;

/// Reads the same ranking of several datasets.
@SpringComponent
class ComparedPages {

    static final int SHOWN = 12;

    private final DatasetService datasets;
    private final RankingService rankings;
    private final OverviewService overviews;
    private final CurrentViewer viewer;

    ComparedPages(DatasetService datasets, RankingService rankings, OverviewService overviews, CurrentViewer viewer) {
        this.datasets = datasets;
        this.rankings = rankings;
        this.overviews = overviews;
        this.viewer = viewer;
    }

    /// One of the datasets, ranked as all of them.
    ///
    /// @param other how the address names it; empty for the dataset of the page
    record Compared(Optional<OtherRanking> other, ExplorePage page, Ranking ranking, ScoreDistribution distribution) {}

    /// The dataset of the page and the others. Those that are gone, may not be seen or have no labeling are missing.
    List<Compared> read(ExplorePage page) {
        var known = datasets.findAll(
                viewer.get(),
                page.query().with().stream()
                        .map(OtherRanking::dataset)
                        .distinct()
                        .toList());
        var pages = new LinkedHashMap<Optional<OtherRanking>, ExplorePage>();
        pages.put(Optional.empty(), page);
        for (var other : page.query().with()) {
            Optional.ofNullable(known.get(other.dataset()))
                    .flatMap(dataset -> page(page, other, dataset))
                    .ifPresent(found -> pages.put(Optional.of(other), found));
        }
        return compared(pages, page.ranking().page(0, SHOWN));
    }

    private List<Compared> compared(Map<Optional<OtherRanking>, ExplorePage> pages, RankingQuery query) {
        var selections = pages.values().stream().map(ExplorePage::selection).toList();
        var ranked = rankings.rank(viewer.get(), query, selections);
        var distributions = overviews.distributions(viewer.get(), selections, query.by(), DistributionChart.BINS);
        var all = new ArrayList<Compared>();
        pages.forEach((other, page) -> {
            var place = all.size();
            all.add(new Compared(other, page, ranked.get(place), distributions.get(place)));
        });
        return all;
    }

    private static Optional<ExplorePage> page(ExplorePage page, OtherRanking other, DatasetDetails dataset) {
        return labeling(page, other, dataset).map(labeling -> {
            var point = other.point()
                    .filter(id -> dataset.hookPoint(id).isPresent())
                    .or(() -> samePoint(page, dataset));
            var query = page.query()
                    .labelled(labeling.id().toString())
                    .at(point)
                    .ofSide(side(page, labeling))
                    .beside(List.of());
            return new ExplorePage(dataset, Optional.of(labeling), query);
        });
    }

    private static Optional<Labeling> labeling(ExplorePage page, OtherRanking other, DatasetDetails dataset) {
        var name = page.labeling().map(Labeling::name).orElse("");
        return other.labeling()
                .flatMap(dataset::labeling)
                .or(() -> dataset.labelings().stream()
                        .filter(one -> one.name().equals(name))
                        .findFirst())
                .or(() -> dataset.labelings().stream().findFirst());
    }

    private static Optional<Integer> samePoint(ExplorePage page, DatasetDetails dataset) {
        return page.point()
                .flatMap(here -> dataset.hookPoints().stream()
                        .filter(one -> one.inWords().equals(here.inWords()))
                        .map(HookPoint::id)
                        .findFirst());
    }

    /// The class of the same name, or else the first one.
    private static int side(ExplorePage page, Labeling labeling) {
        var name = page.side().orElse("");
        for (var i = 0; i < labeling.classes().size(); i++) {
            if (labeling.classes().get(i).name().equals(name)) {
                return i;
            }
        }
        return 0;
    }
}
