package org.histogrid.api;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.histogrid.histogram.ComputedGrid;
import org.histogrid.stats.BinEdges;
import org.histogrid.stats.Statistic;

/// One histogram. Classes have edges only where they do not share those of the panel. `values` are the heights in the
/// statistic asked for, `counts` what was counted.
record PanelJson(
        int neuron,
        double[] edges,
        boolean limited,
        List<ClassJson> classes,
        List<ComputedGrid.PanelMark> markers,
        ComputedGrid.Axis x,
        ComputedGrid.Axis y,
        Optional<String> problem) {

    record ClassJson(
            String name,
            long n,
            Number[] values,
            long[] counts,
            long below,
            long above,
            long nan,
            long posInf,
            long negInf,
            int colour,
            Optional<double[]> edges,
            Optional<ComputedGrid.Curve> curve) {}

    static PanelJson of(ComputedGrid.Panel panel, Statistic stat) {
        return new PanelJson(
                panel.neuron(),
                panel.edges().map(BinEdges::toArray).orElse(new double[0]),
                panel.edges().map(BinEdges::limited).orElse(false),
                panel.classes().stream().map(one -> of(one, stat)).toList(),
                panel.marks(),
                panel.x(),
                panel.y(),
                panel.problem());
    }

    private static ClassJson of(ComputedGrid.PanelClass one, Statistic stat) {
        var histogram = one.histogram();
        var counts = histogram.counts();
        return new ClassJson(
                one.name(),
                histogram.n(),
                stat == Statistic.COUNT
                        ? Arrays.stream(counts).boxed().toArray(Number[]::new)
                        : Arrays.stream(one.heights()).boxed().toArray(Number[]::new),
                counts,
                histogram.below(),
                histogram.above(),
                histogram.nan(),
                histogram.posInf(),
                histogram.negInf(),
                one.colour(),
                one.ownEdges().map(BinEdges::toArray),
                one.curve());
    }
}
