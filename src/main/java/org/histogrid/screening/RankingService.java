package org.histogrid.screening;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.histogrid.base.NotFound;
import org.histogrid.dataset.DatasetDetails;
import org.histogrid.dataset.DatasetService;
import org.histogrid.dataset.LabelingId;
import org.histogrid.dataset.NeuronRef;
import org.histogrid.sharing.Viewer;
import org.histogrid.stats.Outlier;
import org.histogrid.stats.OutlierCuts;
import org.histogrid.stats.OutlierType;
import org.histogrid.stats.Ranks;
import org.histogrid.stats.Score;
import org.histogrid.stats.Split;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Ranks the neurons of hook points by their stored scores.
@Service
@Transactional(readOnly = true)
public class RankingService {

    private static final long BYTES_OF_ORDERS = 32L << 20;

    private record OrderKey(
            Profiles.Runs runs, ScoreAt by, RankOrder order, List<RankFilter> filters, OutlierCuts cuts) {}

    private final DatasetService datasets;
    private final Profiles profiles;
    private final ProfileRows rows;
    private final OutlierTables outliers;
    private final ScreenedNeurons neurons;
    private final Cache<OrderKey, int[]> orders = Caffeine.newBuilder()
            .maximumWeight(BYTES_OF_ORDERS)
            .weigher((OrderKey key, int[] order) -> 512 + order.length * Integer.BYTES)
            .build();

    RankingService(
            DatasetService datasets,
            Profiles profiles,
            ProfileRows rows,
            OutlierTables outliers,
            ScreenedNeurons neurons) {
        this.datasets = datasets;
        this.profiles = profiles;
        this.rows = rows;
        this.outliers = outliers;
        this.neurons = neurons;
    }

    /// A page of a ranking; empty as long as nothing is scored.
    ///
    /// @throws NotFound if the dataset, the labeling or the hook point may not be seen or is not there
    public Ranking rank(Viewer viewer, RankingQuery query) {
        return rank(viewer, query, List.of(query.selection())).getFirst();
    }

    /// The same ranking of several selections, by as many queries to the database as one takes.
    ///
    /// @throws NotFound if a dataset, a labeling or a hook point may not be seen or is not there
    public List<Ranking> rank(Viewer viewer, RankingQuery query, List<Selection> selections) {
        var ranked = ranked(viewer, query, selections);
        var split = query.by().split();
        var maxima = rows.nullMaxima(selections.stream().map(Selection::against).toList(), split);
        return selections.stream()
                .map(selection -> page(
                        Objects.requireNonNull(ranked.get(selection)),
                        query,
                        maxima.getOrDefault(selection.against(), Map.of())))
                .toList();
    }

    private static Ranking page(Ranked ranked, RankingQuery query, Map<Integer, Double> maxima) {
        var to = (int) Math.min(ranked.order.length, (long) query.offset() + query.limit());
        var page = IntStream.range(Math.min(query.offset(), to), to)
                .mapToObj(place -> ranked.row(place, query.columns()))
                .toList();
        return new Ranking(
                ranked.table.size(),
                tested(ranked.table.column(log10P(query.by().split()))),
                nullMax(maxima, ranked.table),
                ranked.order.length,
                query.offset(),
                page);
    }

    /// The first neurons of a ranking.
    public List<NeuronRef> top(Viewer viewer, RankingQuery query, int most) {
        return rank(viewer, query.page(0, most)).rows().stream()
                .map(RankedNeuron::neuron)
                .toList();
    }

    /// All of a ranking in its order, whatever page the query names, one neuron at a time. No connection to the
    /// database is held meanwhile, however slow `each` is.
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void export(Viewer viewer, RankingQuery query, Consumer<RankedNeuron> each) {
        var ranked = Objects.requireNonNull(
                ranked(viewer, query, List.of(query.selection())).get(query.selection()));
        IntStream.range(0, ranked.order.length)
                .mapToObj(place -> ranked.row(place, query.columns()))
                .forEach(each);
    }

    private static final class Ranked {

        private final ProfileTable table;
        private final OutlierTable outlierTable;
        private final int[] order;

        private Ranked(ProfileTable table, OutlierTable outlierTable, int[] order) {
            this.table = table;
            this.outlierTable = outlierTable;
            this.order = order;
        }

        private RankedNeuron row(int place, List<ScoreAt> columns) {
            var index = order[place];
            var values = new LinkedHashMap<ScoreAt, Double>();
            for (var column : columns) {
                var value = table.column(column)[index];
                if (!Double.isNaN(value)) {
                    values.put(column, value);
                }
            }
            return new RankedNeuron(place + 1, table.neuron(index), values, outlierTable.of(index));
        }
    }

    private Map<Selection, Ranked> ranked(Viewer viewer, RankingQuery query, List<Selection> selections) {
        var wanted = OutlierTable.with(Stream.of(
                        query.columns().stream(),
                        Stream.of(query.by(), log10P(query.by().split())),
                        query.filters().stream().flatMap(RankingService::columnOf))
                .flatMap(columns -> columns));
        var involved = Selections.requireAll(datasets, viewer, selections);
        var cuts =
                outliers.cuts(involved.values().stream().map(DatasetDetails::id).collect(Collectors.toSet()));
        var ranked = new HashMap<Selection, Ranked>();
        profiles.load(involved, wanted)
                .forEach((selection, loaded) -> ranked.put(
                        selection,
                        ranked(
                                query,
                                loaded,
                                Objects.requireNonNull(
                                        cuts.get(selection.labeling().dataset())))));
        return ranked;
    }

    private Ranked ranked(RankingQuery query, Profiles.Loaded loaded, OutlierCuts cuts) {
        var outlierTable = outliers.of(loaded, cuts);
        var order = Objects.requireNonNull(orders.get(
                new OrderKey(loaded.runs(), query.by(), query.order(), query.filters(), cuts),
                key -> order(query, loaded.table(), outlierTable)));
        return new Ranked(loaded.table(), outlierTable, order);
    }

    private static Stream<ScoreAt> columnOf(RankFilter filter) {
        return filter instanceof RankFilter.Within within ? Stream.of(within.score()) : Stream.empty();
    }

    private static ScoreAt log10P(Split split) {
        return new ScoreAt(split, ProfileColumn.of(Score.LOG10_P));
    }

    private static int[] order(RankingQuery query, ProfileTable table, OutlierTable outliers) {
        var by = table.column(query.by());
        var keys = Arrays.stream(by)
                .map(value -> query.order().key(query.by().column(), value))
                .toArray();
        var passes = query.filters().stream()
                .map(filter -> passes(filter, table, outliers))
                .reduce(index -> true, IntPredicate::and);
        return Arrays.stream(Ranks.order(keys)).filter(passes).toArray();
    }

    private static IntPredicate passes(RankFilter filter, ProfileTable table, OutlierTable outliers) {
        return switch (filter) {
            case RankFilter.Within(ScoreAt score, double from, double to) -> {
                var values = table.column(score);
                yield index -> values[index] >= from && values[index] <= to;
            }
            case RankFilter.Bears(Set<OutlierType> anyOf) -> {
                var wanted = anyOf.stream().mapToInt(OutlierType::mask).reduce(0, (a, b) -> a | b);
                yield index -> (outliers.mask(index) & wanted) != 0;
            }
        };
    }

    static int tested(double[] log10P) {
        return (int) Arrays.stream(log10P).filter(value -> !Double.isNaN(value)).count();
    }

    /// Over all hook points, once each has its null: of each permutation the greatest, and of these the greatest.
    private static OptionalDouble nullMax(Map<Integer, Double> maxima, ProfileTable table) {
        var points = table.points();
        return !points.isEmpty() && points.stream().allMatch(point -> maxima.containsKey(point.id()))
                ? points.stream()
                        .mapToDouble(point -> Objects.requireNonNull(maxima.get(point.id())))
                        .max()
                : OptionalDouble.empty();
    }

    /// What is known of one neuron, compared with those of its hook point; empty as long as it is not scored. Of more
    /// than two classes, the first against the rest.
    ///
    /// @throws NotFound if the neuron or the labeling may not be seen or is not there
    public Optional<NeuronScreening> of(Viewer viewer, NeuronRef neuron, LabelingId labeling) {
        var selection = new LabelledNeuron(neuron, labeling).selection();
        return neurons.find(Selections.require(datasets, viewer, selection), selection, neuron);
    }

    /// What neurons are outliers by; those that are none, not scored, or may not be seen are missing. A few queries,
    /// however many neurons.
    public Map<LabelledNeuron, List<Outlier>> outliers(Viewer viewer, Collection<LabelledNeuron> wanted) {
        var involved =
                wanted.stream().map(one -> one.neuron().dataset()).distinct().toList();
        return neurons.outliers(datasets.findAll(viewer, involved), wanted);
    }
}
