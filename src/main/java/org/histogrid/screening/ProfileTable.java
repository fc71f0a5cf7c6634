package org.histogrid.screening;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.histogrid.dataset.HookPoint;
import org.histogrid.dataset.NeuronRef;

/// The scored neurons of a selection, hook point after hook point in the order of the dataset, each with an index, and
/// columns of scores by that index.
final class ProfileTable {

    private final Selection selection;
    private final List<HookPoint> points;
    private final int[][] neurons;
    /// Where the neurons of each hook point begin, and at last how many there are
    private final int[] starts;
    private final Map<ScoreAt, double[]> columns;

    /// @param columns of as many values as there are neurons; shared, not to be written to
    ProfileTable(Selection selection, List<HookPoint> points, Map<ScoreAt, double[]> columns) {
        this.selection = selection;
        this.points = List.copyOf(points);
        this.columns = Map.copyOf(columns);
        neurons = points.stream().map(HookPoint::neuronIndices).toArray(int[][]::new);
        starts = new int[points.size() + 1];
        for (var i = 0; i < points.size(); i++) {
            starts[i + 1] = starts[i] + neurons[i].length;
        }
    }

    Selection selection() {
        return selection;
    }

    List<HookPoint> points() {
        return points;
    }

    int size() {
        return starts[points.size()];
    }

    /// Where the neurons of a hook point begin, by its place among the points.
    int start(int point) {
        return starts[point];
    }

    NeuronRef neuron(int index) {
        var found = Arrays.binarySearch(starts, index);
        var point = found >= 0 ? lastOf(found) : -found - 2;
        return new NeuronRef(
                selection.labeling().dataset(), points.get(point).id(), neurons[point][index - starts[point]]);
    }

    /// Hook points without neurons begin where the next one does.
    private int lastOf(int found) {
        var last = found;
        while (last + 1 < points.size() && starts[last + 1] == starts[last]) {
            last++;
        }
        return last;
    }

    /// The index of a neuron, or a negative number where it is not scored.
    int index(int hookPoint, int neuron) {
        return IntStream.range(0, points.size())
                .filter(i -> points.get(i).id() == hookPoint)
                .map(i -> {
                    var place = Arrays.binarySearch(neurons[i], neuron);
                    return place < 0 ? -1 : starts[i] + place;
                })
                .findFirst()
                .orElse(-1);
    }

    double[] column(ScoreAt score) {
        return Objects.requireNonNull(columns.get(score), () -> score + " was not asked for");
    }

    /// Of one hook point, by its place among the points.
    double[] column(ScoreAt score, int point) {
        var all = column(score);
        return points.size() == 1 ? all : Arrays.copyOfRange(all, starts[point], starts[point + 1]);
    }
}
