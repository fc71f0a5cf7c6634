package org.histogrid.dataset.ui;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.histogrid.base.Numbers;

/// The ways in which the axes of an array may be samples, layers and neurons, all others being of length one.
final class AxisOrders {

    static final String LAYER = "layer";
    private static final String DROP = "_";
    private static final int MOST = 60;

    private AxisOrders() {}

    /// `oneEach` where an array holds one sample and has no axis of them.
    static List<List<String>> of(List<Long> shape, boolean oneEach) {
        var orders = new ArrayList<List<String>>();
        add(orders, shape, List.of("sample", "neuron"));
        add(orders, shape, List.of("sample", LAYER, "neuron"));
        if (oneEach) {
            add(orders, shape, List.of("neuron"));
            add(orders, shape, List.of(LAYER, "neuron"));
        }
        return orders.stream().limit(MOST).toList();
    }

    private static void add(List<List<String>> orders, List<Long> shape, List<String> names) {
        place(orders, shape, names, new ArrayList<>(Collections.nCopies(shape.size(), DROP)));
    }

    private static void place(List<List<String>> orders, List<Long> shape, List<String> names, List<String> placed) {
        if (orders.size() >= MOST) {
            return;
        }
        if (names.isEmpty()) {
            if (IntStream.range(0, shape.size())
                    .allMatch(axis -> !DROP.equals(placed.get(axis)) || shape.get(axis) == 1)) {
                orders.add(List.copyOf(placed));
            }
            return;
        }
        for (var axis = 0; axis < shape.size(); axis++) {
            if (DROP.equals(placed.get(axis))) {
                placed.set(axis, names.getFirst());
                place(orders, shape, names.subList(1, names.size()), placed);
                placed.set(axis, DROP);
            }
        }
    }

    /// "5 000 samples × 4 096 neurons"
    static String inWords(List<String> order, List<Long> shape) {
        return IntStream.range(0, Math.min(order.size(), shape.size()))
                .filter(axis -> !DROP.equals(order.get(axis)))
                .mapToObj(axis -> Numbers.count(shape.get(axis), order.get(axis)))
                .collect(Collectors.joining(" × "));
    }

    /// How many layers an array has by these names of its axes; 0 where it has no axis of them.
    static int layers(List<String> order, List<Long> shape) {
        var axis = order.indexOf(LAYER);
        return axis < 0 || axis >= shape.size() ? 0 : (int) Math.min(shape.get(axis), Integer.MAX_VALUE);
    }
}
