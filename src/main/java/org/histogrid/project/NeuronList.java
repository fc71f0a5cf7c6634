package org.histogrid.project;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.histogrid.base.BadInput;
import org.histogrid.base.Numbers;
import org.histogrid.dataset.HookPoint;
import org.histogrid.histogram.GridSpec;

/// A list of neurons as typed: `2021, 149, 100-120`. Order and repeats stay as they are.
public final class NeuronList {

    private static final int MOST_NAMED = 6;

    /// Hyphens and dashes between two numbers, with spaces or without.
    private static final Pattern DASH = Pattern.compile("(?<=\\d)\\s*[-\u2010-\u2015\u2212]\\s*(?=\\d)");

    private NeuronList() {}

    /// @throws BadInput naming the part that is neither a neuron nor a range of at most as many as a row has
    public static List<Integer> parse(String text) {
        var neurons = new ArrayList<Integer>();
        for (var part : DASH.matcher(text).replaceAll("-").split("[\\s,;]+")) {
            if (part.indexOf('-') > 0) {
                neurons.addAll(range(part));
            } else if (!part.isEmpty()) {
                neurons.add(neuron(part, part));
            }
        }
        return neurons;
    }

    private static List<Integer> range(String part) {
        var ends = part.split("-", 2);
        var first = neuron(ends[0], part);
        var last = neuron(ends[1], part);
        if (first > last) {
            throw refused("%s runs backwards: type %d-%d.".formatted(part, last, first));
        }
        var size = (long) last - first + 1;
        if (size > GridSpec.MOST_NEURONS) {
            throw refused("%s stands for %s neurons, and a row has at most %d."
                    .formatted(part, Numbers.integer(size), GridSpec.MOST_NEURONS));
        }
        return IntStream.rangeClosed(first, last).boxed().toList();
    }

    private static int neuron(String number, String part) {
        try {
            var neuron = Integer.parseInt(number);
            if (neuron >= 0) {
                return neuron;
            }
        } catch (NumberFormatException _) {
            // Told below
        }
        throw refused(
                "%s is no neuron: type whole numbers from 0 and ranges, such as 2021, 149, 100-120.".formatted(part));
    }

    public static String format(List<Integer> neurons) {
        return neurons.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    /// Each once that the hook point does not hold.
    public static List<Integer> missing(List<Integer> neurons, HookPoint point) {
        return neurons.stream()
                .filter(neuron -> !point.holds(neuron))
                .distinct()
                .toList();
    }

    /// Refuses more neurons than a row has.
    public static void checkLength(List<Integer> neurons) {
        if (neurons.size() > GridSpec.MOST_NEURONS) {
            throw refused("A row has at most %d neurons, not %d.".formatted(GridSpec.MOST_NEURONS, neurons.size()));
        }
    }

    /// Refuses more neurons than a row has, and those that the hook point does not hold, with what it does hold.
    public static void check(List<Integer> neurons, HookPoint point) {
        checkLength(neurons);
        var missing = missing(neurons, point);
        if (!missing.isEmpty()) {
            throw refused("%s not recorded at %s, which holds %s."
                    .formatted(inWords(missing), point.inWords(), point.neuronsInWords()));
        }
    }

    private static String inWords(List<Integer> missing) {
        if (missing.size() == 1) {
            return "Neuron %d is".formatted(missing.getFirst());
        }
        var named = format(missing.subList(0, Math.min(MOST_NAMED, missing.size())));
        var others = missing.size() - MOST_NAMED;
        return others > 0 ? "Neurons %s and %d more are".formatted(named, others) : "Neurons %s are".formatted(named);
    }

    private static BadInput refused(String sentence) {
        return new BadInput(sentence).forField("neurons");
    }
}
