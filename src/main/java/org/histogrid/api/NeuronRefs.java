package org.histogrid.api;

import java.util.Optional;
import org.histogrid.base.NotFound;
import org.histogrid.dataset.DatasetService;
import org.histogrid.dataset.NeuronRef;
import org.histogrid.sharing.CurrentViewer;
import org.springframework.stereotype.Component;

/// Neurons out of paths and parameters: recorded ones of datasets that the caller may see.
@Component
class NeuronRefs {

    private final DatasetService datasets;
    private final CurrentViewer viewer;

    NeuronRefs(DatasetService datasets, CurrentViewer viewer) {
        this.datasets = datasets;
        this.viewer = viewer;
    }

    NeuronRef of(String dataset, String hookPoint, String neuron) {
        var id = Ids.dataset(dataset);
        var point = datasets.find(viewer.get(), id).requireHookPoint(Ids.hookPoint(hookPoint));
        var index = parse(neuron);
        if (index.isEmpty() || !point.holds(index.get())) {
            throw new NotFound(
                    "Neuron %s of %s, which holds %s,".formatted(neuron, point.inWords(), point.neuronsInWords()));
        }
        return new NeuronRef(id, point.id(), index.get());
    }

    private static Optional<Integer> parse(String neuron) {
        try {
            return Optional.of(Integer.parseInt(neuron));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
