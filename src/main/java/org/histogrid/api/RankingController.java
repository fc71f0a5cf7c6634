package org.histogrid.api;

import io.swagger.v3.oas.annotations.Parameter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.histogrid.base.BadInput;
import org.histogrid.dataset.DatasetDetails;
import org.histogrid.dataset.DatasetService;
import org.histogrid.dataset.Labeling;
import org.histogrid.dataset.LabelingRef;
import org.histogrid.screening.ProfileColumn;
import org.histogrid.screening.RankingQuery;
import org.histogrid.screening.RankingService;
import org.histogrid.screening.ScoreAt;
import org.histogrid.screening.ScreeningWait;
import org.histogrid.screening.Selection;
import org.histogrid.sharing.CurrentViewer;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Neurons of a hook point, or with `all` in its place of all of them, by a score.
@RestController
@RequestMapping("/api/v1/datasets/{dataset}/hook-points/{hookPoint}/ranking")
class RankingController {

    private static final int MOST = 1_000;
    private static final String ALL_HOOK_POINTS = "all";
    /// A layer of common size takes a second or two.
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private final DatasetService datasets;
    private final RankingService rankings;
    private final ScreeningWait waiting;
    private final CurrentViewer viewer;

    RankingController(DatasetService datasets, RankingService rankings, ScreeningWait waiting, CurrentViewer viewer) {
        this.datasets = datasets;
        this.rankings = rankings;
        this.waiting = waiting;
        this.viewer = viewer;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    RankingJson ranking(
            @PathVariable String dataset,
            @PathVariable String hookPoint,
            @RequestParam Optional<String> labeling,
            @RequestParam(defaultValue = "auroc") String by,
            @RequestParam(defaultValue = "abs") String order,
            @RequestParam(defaultValue = "all") String split,
            @Parameter(description = "Of more than two classes, the one that is held against the rest")
                    @RequestParam(name = "class")
                    Optional<String> classOf,
            @Parameter(description = "The least value of the score it is ranked by") @RequestParam Optional<Double> min,
            @Parameter(description = "The greatest value of that score") @RequestParam Optional<Double> max,
            @Parameter(description = "Only outliers of these types") @RequestParam(defaultValue = "")
                    List<String> outliers,
            @RequestParam(defaultValue = "0") int offset,
            @RequestParam(defaultValue = "100") int limit) {
        if (offset < 0 || limit < 0 || limit > MOST) {
            throw new BadInput("The offset is 0 or more, the limit 0 to %d neurons.".formatted(MOST))
                    .forField(offset < 0 ? "offset" : "limit");
        }
        var details = datasets.find(viewer.get(), Ids.dataset(dataset));
        var chosen = details.requireLabeling(labeling.flatMap(id -> Ids.labelingIfAny(id)));
        var selection = selection(details, chosen, hookPoint, classOf);
        waiting.await(viewer.get(), selection.labeling(), selection.hookPoint(), LONGEST_WAIT);
        var of = ScreeningParameters.split(split);
        var score = new ScoreAt(of, ScreeningParameters.column(by));
        var query = new RankingQuery(
                selection,
                score,
                ScreeningParameters.order(order),
                ScreeningParameters.filters(score, min, max, outliers),
                ProfileColumn.ALL.stream()
                        .map(column -> new ScoreAt(of, column))
                        .toList(),
                offset,
                limit);
        return RankingJson.of(chosen, query, rankings.rank(viewer.get(), query));
    }

    private static Selection selection(
            DatasetDetails dataset, Labeling labeling, String hookPoint, Optional<String> classOf) {
        return new Selection(
                new LabelingRef(dataset.id(), labeling.id()),
                hookPoint.equals(ALL_HOOK_POINTS)
                        ? Optional.empty()
                        : Optional.of(dataset.requireHookPoint(Ids.hookPoint(hookPoint))
                                .id()),
                classOf.map(name -> ScreeningParameters.classIndex(labeling, name))
                        .orElse(0));
    }
}
