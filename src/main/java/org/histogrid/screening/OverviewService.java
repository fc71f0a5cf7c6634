package org.histogrid.screening;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.histogrid.base.BadInput;
import org.histogrid.base.NotFound;
import org.histogrid.dataset.DatasetService;
import org.histogrid.dataset.NeuronRef;
import org.histogrid.screening.Selection.Against;
import org.histogrid.sharing.Viewer;
import org.histogrid.stats.NullDistribution;
import org.histogrid.stats.OrderStatistics;
import org.histogrid.stats.Ranks;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Scores of all neurons at a glance, in bins made here: however many neurons there are, what leaves the server is
/// small.
@Service
@Transactional(readOnly = true)
public class OverviewService {

    /// The most bins of a distribution.
    public static final int MOST_BINS = 500;

    private final DatasetService datasets;
    private final Profiles profiles;
    private final ProfileRows rows;

    OverviewService(DatasetService datasets, Profiles profiles, ProfileRows rows) {
        this.datasets = datasets;
        this.profiles = profiles;
        this.rows = rows;
    }

    /// How a score is distributed, with what permuted labels give where that is known.
    ///
    /// @param bins about how many: those of AUROC and Spearman's rho are made of whole bins of the null
    /// @throws NotFound if what is asked for may not be seen or is not there
    /// @throws BadInput if there are to be too few or too many bins
    public ScoreDistribution distribution(Viewer viewer, Selection selection, ScoreAt score, int bins) {
        return distributions(viewer, List.of(selection), score, bins).getFirst();
    }

    /// The same of several selections, by as many queries to the database as one takes.
    ///
    /// @throws NotFound if what is asked for may not be seen or is not there
    /// @throws BadInput if there are to be too few or too many bins
    public List<ScoreDistribution> distributions(Viewer viewer, List<Selection> selections, ScoreAt score, int bins) {
        if (bins < 1 || bins > MOST_BINS) {
            throw new BadInput("A distribution has 1 to %d bins.".formatted(MOST_BINS)).forField("bins");
        }
        var loaded = profiles.load(Selections.requireAll(datasets, viewer, selections), List.of(score));
        var kind = NullBins.of(score);
        var nulls = kind.isEmpty()
                ? Map.<Against, Map<Integer, NullDistribution>>of()
                : rows.nulls(selections.stream().map(Selection::against).toList(), score.split());
        return selections.stream()
                .map(selection -> {
                    var table = Objects.requireNonNull(loaded.get(selection)).table();
                    var known = nulls.getOrDefault(selection.against(), Map.of());
                    var expected = kind.flatMap(of -> ofAllPoints(table, known).map(of::counts));
                    return Distributions.of(table.column(score), bins, kind, expected);
                })
                .toList();
    }

    /// Once each hook point has its null.
    private static Optional<List<NullDistribution>> ofAllPoints(
            ProfileTable table, Map<Integer, NullDistribution> known) {
        var found = table.points().stream()
                .flatMap(point -> Optional.ofNullable(known.get(point.id())).stream())
                .toList();
        return Optional.of(found)
                .filter(all -> !all.isEmpty() && all.size() == table.points().size());
    }

    /// Each neuron by two scores.
    ///
    /// @throws NotFound if what is asked for may not be seen or is not there
    public PlaneBins plane(Viewer viewer, Selection selection, ScoreAt x, ScoreAt y) {
        var table = table(viewer, selection, List.of(x, y));
        return Planes.of(table, table.column(x), table.column(y));
    }

    /// A score hook point by hook point: those that are scored, in the order of the dataset, by layer within a site.
    ///
    /// @throws NotFound if what is asked for may not be seen or is not there
    public List<LayerScores> layers(Viewer viewer, Selection selection, ScoreAt score) {
        var table = table(viewer, selection, List.of(score));
        return IntStream.range(0, table.points().size())
                .mapToObj(point -> layer(table, score, point))
                .toList();
    }

    private static LayerScores layer(ProfileTable table, ScoreAt score, int point) {
        var all = table.column(score, point);
        var values = Arrays.stream(all).filter(Double::isFinite).toArray();
        var id = table.points().get(point).id();
        if (values.length == 0) {
            var none = Double.NaN;
            return new LayerScores(id, 0, none, none, none, none, none, none, none, Optional.empty());
        }
        var count = values.length;
        var statistics = new OrderStatistics(values);
        var keys = Arrays.stream(all)
                .map(value -> RankOrder.ABS.key(score.column(), value))
                .toArray();
        NeuronRef top = table.neuron(table.start(point) + Ranks.order(keys)[0]);
        return new LayerScores(
                id,
                count,
                statistics.quantile(0),
                statistics.quantile(0.05),
                statistics.quantile(0.25),
                statistics.quantile(0.5),
                statistics.quantile(0.75),
                statistics.quantile(0.95),
                statistics.quantile(1),
                Optional.of(top));
    }

    private ProfileTable table(Viewer viewer, Selection selection, List<ScoreAt> scores) {
        return profiles.load(Selections.require(datasets, viewer, selection), selection, scores)
                .table();
    }
}
