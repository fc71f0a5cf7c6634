package org.histogrid.histogram;

import java.util.List;
import java.util.Optional;
import org.histogrid.stats.BinEdges;
import org.histogrid.stats.ClassHistogram;

/// A grid as computed: for each row its provenance and its panels, in the order of the specification.
public record ComputedGrid(List<Row> rows, HistogramSettings settings) {

    public ComputedGrid {
        rows = List.copyOf(rows);
    }

    /// A row is either computed, or says in `problem` why it cannot be.
    public record Row(Optional<Provenance> provenance, Optional<String> problem, List<Panel> panels) {
        public Row {
            panels = List.copyOf(panels);
        }
    }

    /// One histogram: a neuron, edges common to its classes, the classes in the order of the labeling, hairlines,
    /// and the ranges of its axes. A panel that cannot be computed says why in `problem` and has no edges. Where
    /// each class has edges of its own, those of the panel are the ones of all classes together.
    public record Panel(
            int neuron,
            Optional<BinEdges> edges,
            List<PanelClass> classes,
            List<PanelMark> marks,
            Axis x,
            Axis y,
            Optional<String> problem) {
        public Panel {
            classes = List.copyOf(classes);
            marks = List.copyOf(marks);
        }

        /// A panel without hairlines.
        public Panel(
                int neuron,
                Optional<BinEdges> edges,
                List<PanelClass> classes,
                Axis x,
                Axis y,
                Optional<String> problem) {
            this(neuron, edges, classes, List.of(), x, y, problem);
        }

        static Panel failed(int neuron, String problem) {
            return new Panel(
                    neuron, Optional.empty(), List.of(), List.of(), Axis.UNIT, Axis.UNIT, Optional.of(problem));
        }

        Panel withAxes(Axis newX, Axis newY) {
            return new Panel(neuron, edges, classes, marks, newX, newY, problem);
        }
    }

    /// The range of an axis. The low end of heights is above 0 on a logarithmic axis, and below 0 where classes
    /// hang down.
    public record Axis(double low, double high) {
        static final Axis UNIT = new Axis(0, 1);

        Axis spanning(Axis other) {
            return new Axis(Math.min(low, other.low), Math.max(high, other.high));
        }
    }

    /// A hairline: at a value of the horizontal axis, of a class or of all.
    public record PanelMark(MarkerKind kind, Optional<String> ofClass, double at) {}

    /// A kernel density in the unit of the heights, at points of the horizontal axis.
    ///
    /// @param bandwidth in the unit of the values
    @SuppressWarnings("ArrayRecordComponent")
    public record Curve(double[] x, double[] heights, double bandwidth) {
        @Override
        public double[] x() {
            return x.clone();
        }

        @Override
        public double[] heights() {
            return heights.clone();
        }
    }

    /// One class in one panel: its colour among those of the theme, its counts, and its heights in the statistic
    /// of the grid. `ownEdges` are there where each class has edges of its own, `curve` where one was asked for
    /// and the class has values that differ.
    @SuppressWarnings("ArrayRecordComponent")
    public record PanelClass(
            String name,
            int colour,
            ClassHistogram histogram,
            double[] heights,
            Optional<BinEdges> ownEdges,
            Optional<Curve> curve) {

        /// A class over the edges of its panel, without a curve.
        public PanelClass(String name, int colour, ClassHistogram histogram, double[] heights) {
            this(name, colour, histogram, heights, Optional.empty(), Optional.empty());
        }

        @Override
        public double[] heights() {
            return heights.clone();
        }
    }
}
