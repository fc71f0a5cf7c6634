package org.histogrid.histogram;

import java.util.Arrays;
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

    /// Where the numbers of a row come from. `samples` counts those with a class.
    public record Provenance(
            String dataset,
            String model,
            String site,
            Optional<Integer> layer,
            String token,
            String labeling,
            int samples,
            String bins) {

        /// "LLaMA-2-7B run, resid_post, layer 32, token last, n = 18,000, correct, 100 bins"
        public String inWords() {
            var words = new StringBuilder(dataset).append(", ").append(site);
            layer.ifPresent(index -> words.append(", layer ").append(index));
            if (!token.isBlank()) {
                words.append(", token ").append(token);
            }
            return words.append(", labeling ")
                    .append(labeling)
                    .append(", n = ")
                    .append("%,d".formatted(samples).replace(',', '\u2009'))
                    .append(", ")
                    .append(bins)
                    .toString();
        }
    }

    /// One histogram: a neuron, edges common to its classes, the classes in the order of the labeling, and the
    /// ranges of its axes. A panel that cannot be computed says why in `problem` and has no edges.
    public record Panel(
            int neuron, Optional<BinEdges> edges, List<PanelClass> classes, Axis x, Axis y, Optional<String> problem) {
        public Panel {
            classes = List.copyOf(classes);
        }

        static Panel failed(int neuron, String problem) {
            return new Panel(neuron, Optional.empty(), List.of(), Axis.UNIT, Axis.UNIT, Optional.of(problem));
        }

        Panel withAxes(Axis newX, Axis newY) {
            return new Panel(neuron, edges, classes, newX, newY, problem);
        }

        double highest() {
            return classes.stream()
                    .flatMapToDouble(one -> Arrays.stream(one.heights))
                    .max()
                    .orElse(0);
        }
    }

    /// The range of an axis.
    public record Axis(double low, double high) {
        static final Axis UNIT = new Axis(0, 1);

        Axis spanning(Axis other) {
            return new Axis(Math.min(low, other.low), Math.max(high, other.high));
        }
    }

    /// One class in one panel: its colour among those of the theme, its counts, and its heights in the statistic of the
    /// grid.
    @SuppressWarnings("ArrayRecordComponent")
    public record PanelClass(String name, int colour, ClassHistogram histogram, double[] heights) {
        @Override
        public double[] heights() {
            return heights.clone();
        }
    }
}
