package org.histogrid.api;

import org.histogrid.base.BadInput;
import org.histogrid.histogram.SettingsJson;
import org.histogrid.neuron.SimilarList;
import org.histogrid.neuron.SimilarNeurons;
import org.histogrid.sharing.CurrentViewer;
import org.histogrid.stats.Correlation;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/datasets/{dataset}/hook-points/{hookPoint}/neurons/{neuron}/similar")
class SimilarController {

    private final SimilarNeurons similar;
    private final NeuronRefs refs;
    private final CurrentViewer viewer;

    SimilarController(SimilarNeurons similar, NeuronRefs refs, CurrentViewer viewer) {
        this.similar = similar;
        this.refs = refs;
        this.viewer = viewer;
    }

    @GetMapping
    SimilarList similar(
            @PathVariable String dataset,
            @PathVariable String hookPoint,
            @PathVariable String neuron,
            @RequestParam(defaultValue = "spearman") String by,
            @RequestParam(defaultValue = "10") int limit) {
        if (limit < 1 || limit > SimilarList.MOST) {
            throw new BadInput("The limit is 1 to %d neurons of each kind.".formatted(SimilarList.MOST))
                    .forField("limit");
        }
        var ref = refs.of(dataset, hookPoint, neuron);
        return similar.find(viewer.get(), ref, SettingsJson.choice("by", by, Correlation.Kind.values()))
                .limit(limit);
    }
}
