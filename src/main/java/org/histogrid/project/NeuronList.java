package org.histogrid.project;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.histogrid.base.BadInput;
import org.histogrid.dataset.HookPoint;
import org.histogrid.histogram.GridSpec;

/// A list of neurons as typed: `2021, 149, 3556`.
public final class NeuronList {

    private NeuronList() {}

    public static List<Integer> parse(String text) {
        var neurons = new ArrayList<Integer>();
        for (var part : text.split("[\\s,;]+")) {
            if (part.isEmpty()) {
                continue;
            }
            try {
                var neuron = Integer.parseInt(part);
                if (neuron < 0) {
                    throw notANeuron(part);
                }
                neurons.add(neuron);
            } catch (NumberFormatException e) {
                throw notANeuron(part);
            }
        }
        return neurons;
    }

    public static String format(List<Integer> neurons) {
        return neurons.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    /// Refuses neurons that the hook point does not hold, with what it does hold.
    public static void check(List<Integer> neurons, HookPoint point) {
        if (neurons.size() > GridSpec.MOST_NEURONS) {
            throw new BadInput("A row has at most %d neurons, not %d.".formatted(GridSpec.MOST_NEURONS, neurons.size()))
                    .forField("neurons");
        }
        neurons.stream().filter(neuron -> !point.holds(neuron)).findFirst().ifPresent(neuron -> {
            throw new BadInput("Neuron %d is not recorded at %s, which holds %s."
                            .formatted(neuron, point.inWords(), point.neuronsInWords()))
                    .forField("neurons");
        });
    }

    private static BadInput notANeuron(String part) {
        return new BadInput("%s is no neuron: type whole numbers from 0, such as 2021, 149, 3556.".formatted(part))
                .forField("neurons");
    }
}
