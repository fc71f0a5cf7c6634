package org.histogrid.dataset.ui;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.histogrid.base.ui.Figures;

/// The ways in which the axes of an array may be samples and neurons, all others being of length one.
final class AxisOrders {

    private static final String DROP = "_";

    private AxisOrders() {}

    static List<List<String>> of(List<Long> shape) {
        var orders = new ArrayList<List<String>>();
        for (var sample = 0; sample < shape.size(); sample++) {
            for (var neuron = 0; neuron < shape.size(); neuron++) {
                if (sample != neuron && othersAreOne(shape, sample, neuron)) {
                    var order = new ArrayList<>(Collections.nCopies(shape.size(), DROP));
                    order.set(sample, "sample");
                    order.set(neuron, "neuron");
                    orders.add(List.copyOf(order));
                }
            }
        }
        return orders;
    }

    private static boolean othersAreOne(List<Long> shape, int sample, int neuron) {
        return IntStream.range(0, shape.size())
                .filter(axis -> axis != sample && axis != neuron)
                .allMatch(axis -> shape.get(axis) == 1);
    }

    /// "5 000 samples × 4 096 neurons"
    static String inWords(List<String> order, List<Long> shape) {
        return IntStream.range(0, Math.min(order.size(), shape.size()))
                .filter(axis -> !DROP.equals(order.get(axis)))
                .mapToObj(axis -> Figures.count(shape.get(axis), order.get(axis)))
                .collect(Collectors.joining(" × "));
    }
}
