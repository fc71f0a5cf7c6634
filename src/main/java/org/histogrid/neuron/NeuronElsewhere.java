package org.histogrid.neuron;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.histogrid.dataset.DatasetDetails;
import org.histogrid.dataset.DatasetItem;
import org.histogrid.dataset.DatasetService;
import org.histogrid.dataset.Labeling;
import org.histogrid.histogram.ComputedGrid;
import org.histogrid.histogram.GridSpec;
import org.histogrid.histogram.HistogramService;
import org.histogrid.histogram.HistogramSettings;
import org.histogrid.sharing.Viewer;
import org.histogrid.stats.BinRule;
import org.histogrid.stats.Statistic;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The same neuron on other layers of its dataset, and at the same place in other datasets of its model.
@Service
@Transactional(readOnly = true)
public class NeuronElsewhere {

    private static final int MOST_LAYERS = 16;
    private static final int MOST_DATASETS = 8;

    /// Datasets of a model that are looked through.
    private static final int MOST_CANDIDATES = 200;

    /// Small pictures, and classes of other sizes.
    private static final HistogramSettings SETTINGS =
            HistogramSettings.DEFAULT.withBins(new BinRule.Count(40)).withStat(Statistic.DENSITY);

    private final DatasetService datasets;
    private final HistogramService histograms;
    private final NeuronScores scores;

    NeuronElsewhere(DatasetService datasets, HistogramService histograms, NeuronScores scores) {
        this.datasets = datasets;
        this.histograms = histograms;
        this.scores = scores;
    }

    /// One of the places, with its histogram.
    public record Other(NeuronPlace place, Labeling labeling, ComputedGrid.Panel panel, OptionalDouble auroc) {}

    /// The layers nearest to this one, by layer, then datasets, newest first. `grid` is the one all panels are of.
    public record Found(List<Other> layers, List<Other> datasets, ComputedGrid grid) {
        public Found {
            layers = List.copyOf(layers);
            datasets = List.copyOf(datasets);
        }
    }

    /// @param labeling of the dataset of the neuron; other datasets are shown by the one of the same name, or else by
    ///     their first
    public Found find(Viewer viewer, NeuronPlace here, Labeling labeling) {
        var layers = nearest(here);
        var others = elsewhere(viewer, here);
        var all = Stream.concat(layers.stream(), others.stream()).toList();
        var labelings = all.stream()
                .collect(Collectors.toMap(
                        NeuronPlace::ref,
                        place -> like(place.dataset(), labeling).orElseThrow()));
        var rows = all.stream()
                .map(place -> new GridSpec.Row(
                        place.dataset().id(),
                        Objects.requireNonNull(labelings.get(place.ref())).id(),
                        place.point().id(),
                        List.of(place.neuron())))
                .toList();
        var grid = histograms.compute(viewer, new GridSpec(rows, SETTINGS));
        var aurocs = scores.aurocs(
                viewer,
                labelings.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, one -> one.getValue().id())));
        var shown = new ArrayList<Other>();
        for (var place : all) {
            var auroc = aurocs.get(place.ref());
            shown.add(new Other(
                    place,
                    Objects.requireNonNull(labelings.get(place.ref())),
                    grid.rows().get(shown.size()).panels().getFirst(),
                    auroc == null ? OptionalDouble.empty() : OptionalDouble.of(auroc)));
        }
        return new Found(shown.subList(0, layers.size()), shown.subList(layers.size(), shown.size()), grid);
    }

    private static List<NeuronPlace> nearest(NeuronPlace here) {
        var all = here.onLayers();
        return all.stream()
                .filter(place -> place.point().id() != here.point().id())
                .sorted(Comparator.comparingInt(place -> Math.abs(layer(place) - layer(here))))
                .limit(MOST_LAYERS)
                .sorted(Comparator.comparingInt(all::indexOf))
                .toList();
    }

    private static int layer(NeuronPlace place) {
        return Objects.requireNonNull(place.point().layer());
    }

    private List<NeuronPlace> elsewhere(Viewer viewer, NeuronPlace here) {
        var model = here.dataset().model();
        var ids = datasets.search(viewer, model, 0, MOST_CANDIDATES).items().stream()
                .filter(item -> item.model().equals(model)
                        && !item.id().equals(here.dataset().id()))
                .map(DatasetItem::id)
                .toList();
        var details = datasets.findAll(viewer, ids);
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(details.get(id)).stream())
                .filter(other -> !other.labelings().isEmpty())
                .flatMap(other -> here.in(other).stream())
                .limit(MOST_DATASETS)
                .toList();
    }

    private static Optional<Labeling> like(DatasetDetails dataset, Labeling labeling) {
        return dataset.labelings().stream()
                .filter(one -> one.id().equals(labeling.id()))
                .findFirst()
                .or(() -> dataset.labelings().stream()
                        .filter(one -> one.name().equals(labeling.name()))
                        .findFirst())
                .or(() -> dataset.labelings().stream().findFirst());
    }
}
