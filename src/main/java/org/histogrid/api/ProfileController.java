package org.histogrid.api;

import java.util.Optional;
import org.histogrid.dataset.DatasetService;
import org.histogrid.neuron.NeuronScores;
import org.histogrid.screening.RankingService;
import org.histogrid.sharing.CurrentViewer;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The scores of one neuron. What compares it with the others of its hook point is there once these are scored.
@RestController
@RequestMapping("/api/v1/datasets/{dataset}/hook-points/{hookPoint}/neurons/{neuron}/profile")
class ProfileController {

    private static final String ALL = "all";

    private final DatasetService datasets;
    private final NeuronScores scores;
    private final RankingService rankings;
    private final NeuronRefs refs;
    private final CurrentViewer viewer;

    ProfileController(
            DatasetService datasets,
            NeuronScores scores,
            RankingService rankings,
            NeuronRefs refs,
            CurrentViewer viewer) {
        this.datasets = datasets;
        this.scores = scores;
        this.rankings = rankings;
        this.refs = refs;
        this.viewer = viewer;
    }

    @GetMapping
    ProfileJson profile(
            @PathVariable String dataset,
            @PathVariable String hookPoint,
            @PathVariable String neuron,
            @RequestParam Optional<String> labeling,
            @RequestParam(defaultValue = ALL) String split) {
        var of = ScreeningParameters.split(split);
        var ref = refs.of(dataset, hookPoint, neuron);
        var chosen = datasets.find(viewer.get(), ref.dataset()).chooseLabeling(labeling);
        return ProfileJson.of(
                ref.neuron(),
                chosen,
                scores.profile(viewer.get(), ref, chosen.id(), of),
                of,
                rankings.of(viewer.get(), ref, chosen.id()));
    }
}
