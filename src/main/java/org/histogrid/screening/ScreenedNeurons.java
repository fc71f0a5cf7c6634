package org.histogrid.screening;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.histogrid.dataset.DatasetDetails;
import org.histogrid.dataset.DatasetId;
import org.histogrid.dataset.NeuronRef;
import org.histogrid.stats.Outlier;
import org.histogrid.stats.OutlierCuts;
import org.histogrid.stats.Score;
import org.histogrid.stats.Split;
import org.springframework.stereotype.Component;

/// Single neurons in what is stored of all of them. Knows nobody: who may see them is for the caller to ask.
@Component
class ScreenedNeurons {

    private static final ScoreAt LOG10_P = new ScoreAt(Split.ALL, ProfileColumn.of(Score.LOG10_P));
    private static final List<ScoreAt> DERIVED = Stream.of(Split.values())
            .flatMap(split -> ProfileColumn.DERIVED.stream().map(column -> new ScoreAt(split, column)))
            .toList();

    private final Profiles profiles;
    private final ProfileRows rows;
    private final OutlierTables outliers;

    ScreenedNeurons(Profiles profiles, ProfileRows rows, OutlierTables outliers) {
        this.profiles = profiles;
        this.rows = rows;
        this.outliers = outliers;
    }

    /// @param selection the hook point of the neuron
    Optional<NeuronScreening> find(DatasetDetails dataset, Selection selection, NeuronRef neuron) {
        var loaded = profiles.load(
                dataset, selection, OutlierTable.with(Stream.concat(DERIVED.stream(), Stream.of(LOG10_P))));
        var table = loaded.table();
        var index = table.index(neuron.hookPoint(), neuron.neuron());
        if (index < 0) {
            return Optional.empty();
        }
        var values = new HashMap<>(rows.readOne(
                new ProfileRows.Place(
                        new ScreeningRef(selection.labeling(), neuron.hookPoint()), selection.classIndex()),
                ProfileJob.part(index),
                ProfileJob.placeInPart(index)));
        for (var score : DERIVED) {
            var value = table.column(score)[index];
            if (!Double.isNaN(value)) {
                values.put(score, value);
            }
        }
        return Optional.of(new NeuronScreening(
                values,
                outliers.of(loaded, outliers.cuts(dataset.id())).of(index),
                RankingService.tested(table.column(LOG10_P))));
    }

    /// @param datasets those that may be seen
    Map<LabelledNeuron, List<Outlier>> outliers(
            Map<DatasetId, DatasetDetails> datasets, Collection<LabelledNeuron> wanted) {
        var selections = new LinkedHashMap<Selection, DatasetDetails>();
        wanted.forEach(one -> Optional.ofNullable(datasets.get(one.neuron().dataset()))
                .filter(dataset -> dataset.labeling(one.labeling()).isPresent())
                .ifPresent(dataset -> selections.put(one.selection(), dataset)));
        if (selections.isEmpty()) {
            return Map.of();
        }
        var loaded = profiles.load(selections, OutlierTable.COLUMNS);
        var cuts = outliers.cuts(datasets.keySet());
        var found = new LinkedHashMap<LabelledNeuron, List<Outlier>>();
        wanted.forEach(one -> Optional.ofNullable(loaded.get(one.selection()))
                .map(of ->
                        borne(of, Objects.requireNonNull(cuts.get(one.neuron().dataset())), one.neuron()))
                .filter(borne -> !borne.isEmpty())
                .ifPresent(borne -> found.put(one, borne)));
        return found;
    }

    private List<Outlier> borne(Profiles.Loaded loaded, OutlierCuts cuts, NeuronRef neuron) {
        var index = loaded.table().index(neuron.hookPoint(), neuron.neuron());
        return index < 0 ? List.of() : outliers.of(loaded, cuts).of(index);
    }
}
