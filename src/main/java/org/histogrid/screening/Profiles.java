package org.histogrid.screening;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.histogrid.dataset.DatasetDetails;
import org.histogrid.dataset.HookPoint;
import org.histogrid.screening.ProfileRows.Place;
import org.histogrid.stats.FalseDiscovery;
import org.histogrid.stats.ScalePercentile;
import org.histogrid.stats.Score;
import org.springframework.stereotype.Component;

/// Columns of scores as they are asked for: read once, and kept as far as memory allows. Knows nobody: who may see
/// them is for the caller to ask.
@Component
class Profiles {

    private static final long LEAST_BYTES = 32L << 20;
    private static final long MOST_BYTES = 512L << 20;
    /// Of the memory there is.
    private static final int PART_OF_MEMORY = 10;

    private static final ProfileColumn LOG10_P = ProfileColumn.of(Score.LOG10_P);

    /// What is known of a selection stays true for these runs.
    record Runs(Selection selection, Map<Integer, Integer> byHookPoint) {}

    private record Key(Runs runs, ScoreAt score) {}

    private final ScreeningRows rows;
    private final ProfileRows profiles;
    private final Cache<Key, double[]> known = Caffeine.newBuilder()
            .maximumWeight(Math.clamp(Runtime.getRuntime().maxMemory() / PART_OF_MEMORY, LEAST_BYTES, MOST_BYTES))
            .weigher((Key key, double[] values) -> 256 + values.length * Double.BYTES)
            .build();

    Profiles(ScreeningRows rows, ProfileRows profiles) {
        this.rows = rows;
        this.profiles = profiles;
    }

    /// @param runs what anything made of the table stays true for
    record Loaded(ProfileTable table, Runs runs) {}

    Loaded load(DatasetDetails dataset, Selection selection, Collection<ScoreAt> wanted) {
        return Objects.requireNonNull(load(Map.of(selection, dataset), wanted).get(selection));
    }

    /// For several selections in two queries at most. What is not scored is missing from the tables.
    Map<Selection, Loaded> load(Map<Selection, DatasetDetails> selections, Collection<ScoreAt> wanted) {
        var done = rows.findDone(
                selections.keySet().stream().map(Selection::labeling).collect(Collectors.toSet()));
        var points = new LinkedHashMap<Selection, List<HookPoint>>();
        var runs = new HashMap<Selection, Runs>();
        selections.forEach((selection, dataset) -> {
            var byHookPoint = new LinkedHashMap<Integer, Integer>();
            var scored = dataset.hookPoints().stream()
                    .filter(point -> selection.hookPoint().stream().allMatch(id -> id == point.id()))
                    .filter(point -> done.containsKey(new ScreeningRef(selection.labeling(), point.id())))
                    .toList();
            scored.forEach(point -> byHookPoint.put(
                    point.id(),
                    Objects.requireNonNull(done.get(new ScreeningRef(selection.labeling(), point.id())))
                            .run()));
            points.put(selection, scored);
            runs.put(selection, new Runs(selection, byHookPoint));
        });
        var stored = wanted.stream().map(Profiles::source).collect(Collectors.toCollection(LinkedHashSet::new));
        var loaded = new LinkedHashMap<Selection, Loaded>();
        var columns = columns(points, runs, stored);
        points.forEach((selection, scored) -> {
            var ofSelection = new HashMap<>(Objects.requireNonNull(columns.get(selection)));
            var ofRuns = Objects.requireNonNull(runs.get(selection));
            var base = new ProfileTable(selection, scored, ofSelection);
            wanted.stream()
                    .filter(score -> score.column().isDerived())
                    .forEach(score -> ofSelection.put(
                            score,
                            Objects.requireNonNull(known.get(new Key(ofRuns, score), key -> derive(base, score)))));
            loaded.put(selection, new Loaded(new ProfileTable(selection, scored, ofSelection), ofRuns));
        });
        return loaded;
    }

    /// What is stored of it, or what it is made of.
    private static ScoreAt source(ScoreAt score) {
        if (!score.column().isDerived()) {
            return score;
        }
        var column = score.column().equals(ProfileColumn.SCALE_PERCENTILE) ? ProfileColumn.IQR : LOG10_P;
        return new ScoreAt(score.split(), column);
    }

    private static double[] derive(ProfileTable table, ScoreAt score) {
        var source = source(score);
        if (score.column().equals(ProfileColumn.SCALE_PERCENTILE)) {
            var percentiles = new double[table.size()];
            for (var point = 0; point < table.points().size(); point++) {
                var ofPoint = ScalePercentile.of(table.column(source, point));
                System.arraycopy(ofPoint, 0, percentiles, table.start(point), ofPoint.length);
            }
            return percentiles;
        }
        var log10P = table.column(source);
        if (score.column().equals(ProfileColumn.LOG10_BONFERRONI)) {
            return FalseDiscovery.log10Bonferroni(log10P);
        }
        var log10Q = FalseDiscovery.log10Q(log10P);
        return score.column().equals(ProfileColumn.LOG10_Q)
                ? log10Q
                : Arrays.stream(log10Q).map(log -> Math.pow(10, log)).toArray();
    }

    private Map<Selection, Map<ScoreAt, double[]>> columns(
            Map<Selection, List<HookPoint>> points, Map<Selection, Runs> runs, Set<ScoreAt> stored) {
        var found = new HashMap<Selection, Map<ScoreAt, double[]>>();
        var missingPlaces = new LinkedHashMap<Place, Integer>();
        var missingScores = new LinkedHashSet<ScoreAt>();
        points.forEach((selection, scored) -> {
            var ofSelection = new HashMap<ScoreAt, double[]>();
            for (var score : stored) {
                var values = known.getIfPresent(new Key(Objects.requireNonNull(runs.get(selection)), score));
                if (values == null) {
                    missingScores.add(score);
                    scored.forEach(point -> missingPlaces.put(place(selection, point), point.neuronCount()));
                } else {
                    ofSelection.put(score, values);
                }
            }
            found.put(selection, ofSelection);
        });
        if (!missingPlaces.isEmpty() || !missingScores.isEmpty()) {
            var read = missingPlaces.isEmpty()
                    ? Map.<Place, Map<ScoreAt, double[]>>of()
                    : profiles.read(missingPlaces, missingScores);
            found.forEach((selection, ofSelection) -> missingScores.stream()
                    .filter(score -> !ofSelection.containsKey(score))
                    .forEach(score -> {
                        var values = join(selection, Objects.requireNonNull(points.get(selection)), score, read);
                        known.put(new Key(Objects.requireNonNull(runs.get(selection)), score), values);
                        ofSelection.put(score, values);
                    }));
        }
        return found;
    }

    private static double[] join(
            Selection selection, List<HookPoint> points, ScoreAt score, Map<Place, Map<ScoreAt, double[]>> read) {
        var joined = new double[points.stream().mapToInt(HookPoint::neuronCount).sum()];
        Arrays.fill(joined, Double.NaN);
        var at = 0;
        for (var point : points) {
            var values = read.getOrDefault(place(selection, point), Map.of()).get(score);
            if (values != null) {
                System.arraycopy(values, 0, joined, at, values.length);
            }
            at += point.neuronCount();
        }
        return joined;
    }

    private static Place place(Selection selection, HookPoint point) {
        return new Place(new ScreeningRef(selection.labeling(), point.id()), selection.classIndex());
    }
}
