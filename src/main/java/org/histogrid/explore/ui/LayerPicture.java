package org.histogrid.explore.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.histogrid.chart.AxisSpec;
import org.histogrid.chart.BandChart;
import org.histogrid.chart.BandLayer;
import org.histogrid.chart.BandSpec;
import org.histogrid.chart.Extreme;
import org.histogrid.chart.Quantiles;
import org.histogrid.chart.ReferenceLine;
import org.histogrid.dataset.HookPoint;
import org.histogrid.screening.LayerScores;
import org.histogrid.screening.OverviewService;
import org.histogrid.screening.ProfileColumn;
import org.histogrid.screening.Ranking;
import org.histogrid.screening.Selection;
import org.histogrid.sharing.CurrentViewer;
import org.histogrid.stats.Score;

/// A score over the hook points. One that is clicked is looked at alone.
final class LayerPicture implements OverviewPicture {

    private static final double NO_EFFECT = 0.5;

    private final OverviewService overviews;
    private final CurrentViewer viewer;
    private final ExploreActions actions;
    private final Div place = new Div();
    private Optional<BandChart> chart = Optional.empty();
    private List<LayerScores> layers = List.of();

    LayerPicture(OverviewService overviews, CurrentViewer viewer, ExploreActions actions) {
        this.overviews = overviews;
        this.viewer = viewer;
        this.actions = actions;
    }

    @Override
    public void show(ExplorePage page, Ranking ranking) {
        var all =
                new Selection(page.labelingRef(), Optional.empty(), page.query().side());
        layers = overviews.layers(viewer.get(), all, page.query().by());
        if (layers.stream().noneMatch(one -> one.neurons() > 0)) {
            place.removeAll();
            chart = Optional.empty();
            return;
        }
        var spec = spec(page);
        if (chart.isPresent()) {
            chart.get().show(spec);
            return;
        }
        var drawn = new BandChart(spec);
        drawn.addLayerListener(event -> choose(event.layer()));
        chart = Optional.of(drawn);
        place.removeAll();
        place.add(drawn);
    }

    private void choose(int layer) {
        if (layer >= 0 && layer < layers.size()) {
            actions.explore(
                    actions.page().query().at(Optional.of(layers.get(layer).hookPoint())));
        }
    }

    private BandSpec spec(ExplorePage page) {
        var by = page.query().by();
        var ends = layers.stream()
                .filter(one -> one.neurons() > 0)
                .flatMapToDouble(one -> DoubleStream.of(one.min(), one.max()))
                .summaryStatistics();
        var title = page.words().name(by);
        return new BandSpec(
                title + " by layer",
                "Layer",
                AxisSpec.around(ends.getMin(), ends.getMax(), title),
                layers.stream().map(one -> layer(one, page)).toList(),
                isAuroc(page) ? List.of(new ReferenceLine.AtY(NO_EFFECT, "no effect")) : List.of());
    }

    private static BandLayer layer(LayerScores scores, ExplorePage page) {
        return new BandLayer(
                page.dataset()
                        .hookPoint(scores.hookPoint())
                        .map(LayerPicture::label)
                        .orElse(""),
                Optional.of(scores)
                        .filter(one -> one.neurons() > 0)
                        .map(one -> new Quantiles(one.q05(), one.q25(), one.median(), one.q75(), one.q95())),
                scores.top().map(top -> new Extreme(farthest(scores, page), "neuron " + top.neuron())).stream()
                        .toList());
    }

    /// The score of the neuron farthest from no effect, which is one of the ends.
    private static double farthest(LayerScores scores, ExplorePage page) {
        var none = isAuroc(page) ? NO_EFFECT : 0;
        return scores.max() - none >= none - scores.min() ? scores.max() : scores.min();
    }

    private static boolean isAuroc(ExplorePage page) {
        return page.query().by().column().equals(ProfileColumn.of(Score.AUROC));
    }

    private static String label(HookPoint point) {
        return point.layer() == null ? point.site() : String.valueOf(point.layer());
    }

    @Override
    public Component component() {
        return place;
    }

    @Override
    public String words() {
        return "The middle half and the middle 90 percent of the neurons of each layer, and its first one. Click a layer to list "
                + "it alone.";
    }
}
