package org.histogrid.explore.ui;

import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.histogrid.dataset.NeuronAddress;
import org.histogrid.dataset.NeuronRef;
import org.histogrid.figure.ClassColours;
import org.histogrid.histogram.GridSpec;
import org.histogrid.histogram.HistogramService;
import org.histogrid.histogram.HistogramSettings;
import org.histogrid.screening.RankedNeuron;
import org.histogrid.screening.Ranking;
import org.histogrid.screening.RankingQuery;
import org.histogrid.screening.RankingService;
import org.histogrid.sharing.CurrentViewer;
import org.histogrid.stats.BinRange;
import org.histogrid.stats.BinRule;
import org.histogrid.stats.Statistic;

/// Reads a ranking page by page, each page with its histograms in one query.
@SpringComponent
class RankedRows {

    /// As many neurons, each at a hook point of its own, make one grid.
    static final int PAGE = GridSpec.MOST_ROWS;

    private static final int BINS = 32;
    private static final double CUT = 0.5;

    /// A few extreme values would leave nothing to see in a small picture.
    private static final HistogramSettings PICTURE = HistogramSettings.DEFAULT
            .withBins(new BinRule.Count(BINS))
            .withRange(new BinRange.Clip(CUT, 100 - CUT))
            .withStat(Statistic.DENSITY);

    private final RankingService rankings;
    private final HistogramService histograms;
    private final CurrentViewer viewer;

    RankedRows(RankingService rankings, HistogramService histograms, CurrentViewer viewer) {
        this.rankings = rankings;
        this.histograms = histograms;
        this.viewer = viewer;
    }

    /// How many there are, and how many were tested, without the neurons themselves.
    Ranking summary(ExplorePage page) {
        return rankings.rank(viewer.get(), page.ranking(List.of()).page(0, 0));
    }

    List<RankedRow> read(ExplorePage page, int offset, int limit) {
        return withPictures(page, ranked(page.ranking().page(offset, limit)));
    }

    /// Without histograms.
    List<RankedNeuron> ranked(RankingQuery query) {
        return rankings.rank(viewer.get(), query).rows();
    }

    private List<RankedRow> withPictures(ExplorePage page, List<RankedNeuron> neurons) {
        var rows = new ArrayList<RankedRow>();
        for (var start = 0; start < neurons.size(); start += PAGE) {
            var part = neurons.subList(start, Math.min(start + PAGE, neurons.size()));
            var pictures = pictures(page, part);
            part.forEach(one -> rows.add(row(page, one, pictures.getOrDefault(one.neuron(), ""))));
        }
        return rows;
    }

    private static RankedRow row(ExplorePage page, RankedNeuron ranked, String picture) {
        var point = page.dataset().requireHookPoint(ranked.neuron().hookPoint());
        return new RankedRow(
                ranked,
                point,
                NeuronAddress.path(page.dataset(), point, ranked.neuron().neuron()),
                picture);
    }

    private Map<NeuronRef, String> pictures(ExplorePage page, List<RankedNeuron> neurons) {
        var byPoint = new LinkedHashMap<Integer, List<Integer>>();
        neurons.forEach(one -> byPoint.computeIfAbsent(one.neuron().hookPoint(), _ -> new ArrayList<>())
                .add(one.neuron().neuron()));
        var labeling = page.labelingRef();
        var points = List.copyOf(byPoint.keySet());
        var grid = histograms.compute(
                viewer.get(),
                new GridSpec(
                        points.stream()
                                .map(point -> new GridSpec.Row(
                                        labeling.dataset(),
                                        labeling.labeling(),
                                        point,
                                        byPoint.getOrDefault(point, List.of())))
                                .toList(),
                        PICTURE));
        var colours = ClassColours.of(grid);
        var pictures = new HashMap<NeuronRef, String>();
        for (var i = 0; i < points.size(); i++) {
            for (var panel : grid.rows().get(i).panels()) {
                pictures.put(
                        new NeuronRef(labeling.dataset(), points.get(i), panel.neuron()),
                        Sparkline.svg(panel, colours));
            }
        }
        return pictures;
    }
}
