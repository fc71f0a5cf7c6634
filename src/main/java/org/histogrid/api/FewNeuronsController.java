package org.histogrid.api;

import io.swagger.v3.oas.annotations.Parameter;
import java.util.Optional;
import org.histogrid.dataset.DatasetService;
import org.histogrid.dataset.LabelingRef;
import org.histogrid.screening.FewNeurons;
import org.histogrid.screening.FewNeuronsPath;
import org.histogrid.screening.Selection;
import org.histogrid.sharing.CurrentViewer;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/datasets/{dataset}/hook-points/{hookPoint}/few-neurons")
class FewNeuronsController {

    private final DatasetService datasets;
    private final FewNeurons fewNeurons;
    private final CurrentViewer viewer;

    FewNeuronsController(DatasetService datasets, FewNeurons fewNeurons, CurrentViewer viewer) {
        this.datasets = datasets;
        this.fewNeurons = fewNeurons;
        this.viewer = viewer;
    }

    /// Which few neurons tell a class from the others together. Waits for the answer, up to minutes.
    @GetMapping
    FewNeuronsPath fewNeurons(
            @PathVariable String dataset,
            @PathVariable String hookPoint,
            @Parameter(description = "Id or name; may be left out where the dataset has one only") @RequestParam
                    Optional<String> labeling,
            @Parameter(description = "The class that is held against all others; the first where none is named")
                    @RequestParam(name = "class")
                    Optional<String> classOf) {
        var details = datasets.find(viewer.get(), Ids.dataset(dataset));
        var point = details.requireHookPoint(Ids.hookPoint(hookPoint));
        var chosen = details.chooseLabeling(labeling);
        var selection = new Selection(
                new LabelingRef(details.id(), chosen.id()),
                Optional.of(point.id()),
                classOf.map(name -> ScreeningParameters.classIndex(chosen, name))
                        .orElse(0));
        return fewNeurons.find(viewer.get(), selection);
    }
}
