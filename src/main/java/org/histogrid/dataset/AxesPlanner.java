package org.histogrid.dataset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// Tells the axes of a matrix by its shape and by how many samples there may be.
final class AxesPlanner {

    private static final String DROP = "_";

    private final Set<Long> lengths;

    /// @param lengths how many samples there may be
    AxesPlanner(Set<Long> lengths) {
        this.lengths = lengths;
    }

    static List<Integer> longAxes(List<Long> shape) {
        return IntStream.range(0, shape.size())
                .filter(axis -> shape.get(axis) != 1)
                .boxed()
                .toList();
    }

    MatrixAxes axes(MatrixCandidate candidate) {
        return candidate.isSeries() ? ofSeries(candidate) : ofSingle(candidate.shape());
    }

    /// Samples before neurons, as all the field writes them; the lengths are held against the labels later.
    private MatrixAxes ofSingle(List<Long> shape) {
        var long_ = longAxes(shape);
        if (long_.size() > 3) {
            return new MatrixAxes(null, null);
        }
        if (long_.size() == 3) {
            return new MatrixAxes(null, threeAxes(shape, long_));
        }
        var axes = new ArrayList<String>();
        var names = new ArrayList<>(List.of("sample", "neuron"));
        for (var i = 0; i < shape.size(); i++) {
            var mustKeep = shape.size() - i <= names.size();
            axes.add((shape.get(i) == 1 && !mustKeep) || names.isEmpty() ? DROP : names.removeFirst());
        }
        var turned = long_.size() == 2
                && !lengths.contains(shape.get(long_.getFirst()))
                && lengths.contains(shape.get(long_.getLast()));
        if (!turned) {
            return MatrixAxes.of(axes);
        }
        var guess = new ArrayList<>(Collections.nCopies(shape.size(), DROP));
        guess.set(long_.getFirst(), "neuron");
        guess.set(long_.getLast(), "sample");
        return new MatrixAxes(axes, guess);
    }

    private List<String> threeAxes(List<Long> shape, List<Integer> long_) {
        var sample = long_.stream()
                .filter(axis -> lengths.contains(shape.get(axis)))
                .findFirst()
                .orElse(long_.getFirst());
        var others = long_.stream().filter(axis -> !axis.equals(sample)).toList();
        var layerFirst = shape.get(others.getFirst()) <= shape.get(others.getLast());
        var guess = new ArrayList<>(Collections.nCopies(shape.size(), DROP));
        guess.set(sample, "sample");
        guess.set(layerFirst ? others.getFirst() : others.getLast(), "layer");
        guess.set(layerFirst ? others.getLast() : others.getFirst(), "neuron");
        return guess;
    }

    private MatrixAxes ofSeries(MatrixCandidate candidate) {
        var shape = candidate.shape();
        var long_ = longAxes(shape);
        var rows = candidate.shapes().stream().mapToLong(List::getFirst).sum();
        var stacked = lengths.contains((long) candidate.shapes().size()) && !lengths.contains(rows);
        var joined = !candidate.alike()
                || (lengths.contains(rows)
                        && !lengths.contains((long) candidate.shapes().size()));
        if (joined) {
            var longest = candidate.shapes().stream()
                    .max((one, other) -> Long.compare(one.getFirst(), other.getFirst()))
                    .orElse(shape);
            return ofSingle(longest);
        }
        if (long_.size() == 1) {
            var axes = new ArrayList<>(Collections.nCopies(shape.size(), DROP));
            axes.set(long_.getFirst(), "neuron");
            return MatrixAxes.of(axes);
        }
        if (long_.size() == 2 && (stacked || candidate.shapes().size() >= MatrixCandidates.MANY)) {
            var guess = new ArrayList<>(Collections.nCopies(shape.size(), DROP));
            guess.set(long_.getFirst(), "layer");
            guess.set(long_.getLast(), "neuron");
            return new MatrixAxes(null, guess);
        }
        return new MatrixAxes(null, ofSingle(shape).guess());
    }
}
