package org.histogrid.api;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.histogrid.base.BadInput;
import org.histogrid.dataset.DatasetDetails;
import org.histogrid.dataset.DatasetService;
import org.histogrid.dataset.Labeling;
import org.histogrid.dataset.LabelingRef;
import org.histogrid.screening.ProfileColumn;
import org.histogrid.screening.RankingExport;
import org.histogrid.screening.RankingQuery;
import org.histogrid.screening.RankingService;
import org.histogrid.screening.ScoreAt;
import org.histogrid.screening.ScreeningWait;
import org.histogrid.screening.Selection;
import org.histogrid.sharing.CurrentViewer;
import org.histogrid.stats.Split;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Neurons of a hook point, or with `all` in its place of all of them, by a score.
@RestController
@RequestMapping("/api/v1/datasets/{dataset}/hook-points/{hookPoint}/ranking")
class RankingController {

    private static final int MOST = 1_000;
    private static final String ALL_HOOK_POINTS = "all";
    private static final String CSV = "text/csv";
    private static final String PARQUET = "application/vnd.apache.parquet";
    /// A layer of common size takes a second or two.
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private final DatasetService datasets;
    private final RankingService rankings;
    private final RankingExport export;
    private final ScreeningWait waiting;
    private final CurrentViewer viewer;

    RankingController(
            DatasetService datasets,
            RankingService rankings,
            RankingExport export,
            ScreeningWait waiting,
            CurrentViewer viewer) {
        this.datasets = datasets;
        this.rankings = rankings;
        this.export = export;
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
        var chosen = details.chooseLabeling(labeling);
        var of = ScreeningParameters.split(split);
        var score = new ScoreAt(of, ScreeningParameters.column(by));
        var query = new RankingQuery(
                scored(details, chosen, hookPoint, classOf),
                score,
                ScreeningParameters.order(order),
                ScreeningParameters.filters(score, min, max, outliers),
                columns(Stream.of(of)),
                offset,
                limit);
        return RankingJson.of(chosen, query, rankings.rank(viewer.get(), query));
    }

    /// All neurons that pass the filters, with the scores of every split: CSV, or Parquet where that is accepted.
    @GetMapping(produces = {CSV, PARQUET})
    void export(
            @PathVariable String dataset,
            @PathVariable String hookPoint,
            @RequestParam Optional<String> labeling,
            @RequestParam(defaultValue = "auroc") String by,
            @RequestParam(defaultValue = "abs") String order,
            @RequestParam(defaultValue = "all") String split,
            @RequestParam(name = "class") Optional<String> classOf,
            @RequestParam Optional<Double> min,
            @RequestParam Optional<Double> max,
            @RequestParam(defaultValue = "") List<String> outliers,
            @Parameter(hidden = true) @RequestHeader(HttpHeaders.ACCEPT) String accept,
            HttpServletResponse response)
            throws IOException {
        var details = datasets.find(viewer.get(), Ids.dataset(dataset));
        var chosen = details.chooseLabeling(labeling);
        var score = new ScoreAt(ScreeningParameters.split(split), ScreeningParameters.column(by));
        var query = new RankingQuery(
                scored(details, chosen, hookPoint, classOf),
                score,
                ScreeningParameters.order(order),
                ScreeningParameters.filters(score, min, max, outliers),
                columns(Arrays.stream(Split.values())),
                0,
                0);
        var isParquet = accept.contains(PARQUET);
        response.setContentType(isParquet ? PARQUET : CSV + ";charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(isParquet ? "ranking.parquet" : "ranking.csv")
                        .build()
                        .toString());
        if (isParquet) {
            export.parquet(viewer.get(), query, response.getOutputStream());
        } else {
            export.csv(viewer.get(), query, response.getOutputStream());
        }
    }

    private static List<ScoreAt> columns(Stream<Split> splits) {
        return splits.flatMap(split -> ProfileColumn.ALL.stream().map(column -> new ScoreAt(split, column)))
                .toList();
    }

    /// Waits until the neurons are scored.
    private Selection scored(DatasetDetails dataset, Labeling labeling, String hookPoint, Optional<String> classOf) {
        var selection = selection(dataset, labeling, hookPoint, classOf);
        waiting.await(viewer.get(), selection.labeling(), selection.hookPoint(), LONGEST_WAIT);
        return selection;
    }

    private static Selection selection(
            DatasetDetails dataset, Labeling labeling, String hookPoint, Optional<String> classOf) {
        return new Selection(
                new LabelingRef(dataset.id(), labeling.id()),
                hookPoint.equals(ALL_HOOK_POINTS)
                        ? Optional.empty()
                        : Optional.of(dataset.requireHookPoint(Ids.hookPoint(hookPoint))
                                .id()),
                classOf.map(name -> scoredClass(labeling, name)).orElse(0));
    }

    /// Of two classes, the first is scored against the other.
    private static int scoredClass(Labeling labeling, String name) {
        var index = ScreeningParameters.classIndex(labeling, name);
        if (labeling.classes().size() == 2 && index > 0) {
            throw new BadInput("Of two classes, %s is scored against %s: an AUROC below 0.5 says the opposite."
                            .formatted(labeling.classes().getFirst().name(), name))
                    .forField("class");
        }
        return index;
    }
}
