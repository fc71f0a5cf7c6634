package org.histogrid.dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The value and the class of each sample by ordinal: chooses and sorts in memory.
final class ValuedSamples {

    private final double[] values;
    private final LabelCodes codes;

    /// @param values of all samples, NaN where no neuron is asked about
    ValuedSamples(double[] values, LabelCodes codes) {
        this.values = values;
        this.codes = codes;
    }

    /// Samples as they stand in the table, with what is known of them here.
    List<ValuedSample> list(int[] ordinals, Map<Integer, Sample> rows) {
        return Arrays.stream(ordinals)
                .mapToObj(rows::get)
                .filter(Objects::nonNull)
                .map(sample -> new ValuedSample(sample, values[sample.ordinal()], className(sample.ordinal())))
                .toList();
    }

    double value(int ordinal) {
        return values[ordinal];
    }

    @Nullable
    String className(int ordinal) {
        var code = codes.classOf()[ordinal];
        return code < 0 ? null : codes.classes().get(code).name();
    }

    List<String> classNames() {
        return codes.classes().stream().map(LabelClass::name).toList();
    }

    /// The ordinals of those in the range and of these classes, all where none is named, in their order.
    int[] choose(ValueRange range, Set<String> classes) {
        var names = classNames();
        var isWanted = new boolean[names.size()];
        for (var i = 0; i < isWanted.length; i++) {
            isWanted[i] = classes.contains(names.get(i));
        }
        return IntStream.range(0, values.length)
                .filter(i -> range.holds(values[i]))
                .filter(i -> classes.isEmpty() || codes.classOf()[i] >= 0 && isWanted[codes.classOf()[i]])
                .toArray();
    }

    /// Those of these samples whose value lies in the range.
    int[] in(ValueRange range, int[] ordinals) {
        return Arrays.stream(ordinals).filter(i -> range.holds(values[i])).toArray();
    }

    /// How many samples of each class lie in the range.
    List<LabelClass> count(ValueRange range) {
        var classOf = new byte[values.length];
        for (var i = 0; i < classOf.length; i++) {
            classOf[i] = range.holds(values[i]) ? codes.classOf()[i] : Classifier.LEFT_OUT;
        }
        return codes.splitBy(classOf).classes();
    }

    /// How many samples in the range have no class.
    int countWithoutClass(ValueRange range) {
        return (int) IntStream.range(0, values.length)
                .filter(i -> codes.classOf()[i] < 0 && range.holds(values[i]))
                .count();
    }

    /// @param order by something that is known here
    int[] sort(int[] ordinals, SampleOrder order) {
        if (order.key() == SampleOrder.Key.ORDINAL && !order.isDescending()) {
            return ordinals;
        }
        return Arrays.stream(ordinals)
                .boxed()
                .sorted(comparator(order).thenComparing(Comparator.naturalOrder()))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private Comparator<Integer> comparator(SampleOrder order) {
        return switch (order.key()) {
            case VALUE -> lastIf(i -> Double.isNaN(values[i]), directed(byValue(), order));
            case CLASS ->
                lastIf(i -> codes.classOf()[i] < 0, directed(Comparator.comparing(i -> codes.classOf()[i]), order));
            case ORDINAL -> directed(Comparator.naturalOrder(), order);
            case ID, TEXT, ATTRIBUTE -> throw new IllegalArgumentException("Not known here: " + order.key());
        };
    }

    /// -0.0 is no less than 0.0
    private Comparator<Integer> byValue() {
        return Comparator.comparingDouble(i -> values[i] + 0.0);
    }

    private static Comparator<Integer> lastIf(Predicate<Integer> test, Comparator<Integer> rest) {
        return Comparator.comparing(test::test).thenComparing(rest);
    }

    private static Comparator<Integer> directed(Comparator<Integer> comparator, SampleOrder order) {
        return order.isDescending() ? comparator.reversed() : comparator;
    }

    /// The labelled samples with a finite value, from the least value to the greatest.
    int[] ranked() {
        return IntStream.range(0, values.length)
                .filter(i -> codes.classOf()[i] >= 0 && Double.isFinite(values[i]))
                .boxed()
                .sorted(byValue())
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /// Ranges that part the ranked samples into groups of about equal size. Each begins with a value that is
    /// there; equal values stay together, so that there may be fewer groups than asked for.
    List<ValueRange.Between> parts(int[] ranked, int groups) {
        var starts = new ArrayList<Double>();
        for (var i = 0; i < groups && ranked.length > 0; i++) {
            var value = values[ranked[(int) ((long) i * ranked.length / groups)]];
            if (starts.isEmpty() || value > starts.getLast()) {
                starts.add(value);
            }
        }
        var parts = new ArrayList<ValueRange.Between>();
        for (var i = 0; i < starts.size(); i++) {
            var isLast = i == starts.size() - 1;
            var to = isLast ? values[ranked[ranked.length - 1]] : starts.get(i + 1);
            parts.add(new ValueRange.Between(starts.get(i), to, isLast));
        }
        return parts;
    }
}
