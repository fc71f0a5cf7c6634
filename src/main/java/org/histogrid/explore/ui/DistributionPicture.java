package org.histogrid.explore.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Optional;
import org.histogrid.chart.StepChart;
import org.histogrid.chart.StepChartSpec;
import org.histogrid.screening.OverviewService;
import org.histogrid.screening.RankFilter;
import org.histogrid.screening.Ranking;
import org.histogrid.sharing.CurrentViewer;

/// How often which score occurs, with what chance would make of it. A range that is dragged limits the list.
final class DistributionPicture implements OverviewPicture {

    private final OverviewService overviews;
    private final CurrentViewer viewer;
    private final ExploreActions actions;
    private final Div place = new Div();
    private Optional<StepChart> chart = Optional.empty();

    DistributionPicture(OverviewService overviews, CurrentViewer viewer, ExploreActions actions) {
        this.overviews = overviews;
        this.viewer = viewer;
        this.actions = actions;
    }

    @Override
    public void show(ExplorePage page, Ranking ranking) {
        var score = page.query().by();
        var found = overviews.distribution(viewer.get(), page.selection(), score, DistributionChart.BINS);
        if (found.counts().isEmpty()) {
            chart = Optional.empty();
            place.removeAll();
            place.add(new Paragraph("No neuron has this score."));
            return;
        }
        draw(new DistributionChart(found, score, page.words(), ranking.nullMax()).counts());
        range(page).ifPresentOrElse(range -> chart().select(range.from(), range.to()), chart()::clearSelection);
    }

    /// The range the list is limited to, where both its ends can be drawn.
    private static Optional<RankFilter.Within> range(ExplorePage page) {
        return page.query()
                .ranges()
                .filter(one -> one.score().equals(page.query().by()))
                .filter(one -> Double.isFinite(one.from()) && Double.isFinite(one.to()) && one.from() < one.to())
                .findFirst();
    }

    private StepChart chart() {
        return chart.orElseThrow();
    }

    private void draw(StepChartSpec spec) {
        if (chart.isPresent()) {
            chart().show(spec);
            return;
        }
        var drawn = new StepChart(spec);
        drawn.allowSelection(true);
        drawn.addRangeListener(event -> {
            var query = actions.page().query();
            actions.explore(query.limitedTo(List.of(new RankFilter.Within(query.by(), event.from(), event.to()))));
        });
        chart = Optional.of(drawn);
        place.removeAll();
        place.add(drawn);
    }

    @Override
    public Component component() {
        return place;
    }

    @Override
    public String words() {
        return "All neurons by their score; the outline is what chance makes of it. Drag over a tail to list its neurons.";
    }
}
