package org.histogrid.stats;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// How the edges of a histogram are chosen.
///
/// [Estimator]s look at the values; a [Count] and a [Width] look at their range only; given [Edges] do not
/// look at the data at all. A rule has a short text that [#parse] reads back, for addresses and stored
/// settings, and a label for people.
public sealed interface BinRule {

    /// Most bins a histogram ever has. A rule that asks for more gets this many, and [BinEdges#limited] says
    /// so.
    int MAX_BINS = 10_000;

    /// Most bins that may be asked for by number.
    int MAX_COUNT = 1_000;

    /// Text for a provenance line: "Freedman-Diaconis", "100 bins", "width 0.5", "5 given edges".
    String label();

    /// Text that [#parse] turns into an equal rule: "fd", "100", "width:0.5", "edges:0.0,0.5,1.0".
    String text();

    /// Reads the name of an estimator in any case, a number of bins, `width:` and a number, or `edges:` and
    /// numbers with commas between. Blanks around the text do not matter.
    ///
    /// @throws IllegalArgumentException with a sentence for the user when the text is none of these
    static BinRule parse(String text) {
        var trimmed = text.strip();
        var lower = trimmed.toLowerCase(Locale.ROOT);
        for (var estimator : Estimator.values()) {
            if (estimator.text().equals(lower)) {
                return estimator;
            }
        }
        if (lower.startsWith("width:")) {
            return new Width(BinRules.number(trimmed.substring("width:".length())));
        }
        if (lower.startsWith("edges:")) {
            return new Edges(BinRules.numbers(trimmed.substring("edges:".length())));
        }
        return new Count(BinRules.bins(trimmed));
    }

    /// A rule that estimates a good bin width from the values, with numpy's definitions before 2.3.
    ///
    /// n is the number of finite values in the range, ptp their maximum less their minimum. The number of
    /// bins is the length of the range through the width, rounded up; one bin where the width is 0.
    enum Estimator implements BinRule {
        /// The narrower of [#FD] and [#STURGES]; Sturges where the interquartile range is 0.
        AUTO("Auto"),
        /// 2 IQR / n^(1/3). Withstands outliers (Freedman and Diaconis 1981).
        FD("Freedman-Diaconis"),
        /// ptp / (1 + log2 n + log2(1 + |g1| / sg1)), g1 the skewness, sg1 = sqrt(6 (n - 2) / ((n + 1) (n +
        /// 3))) (Doane 1976).
        DOANE("Doane"),
        /// (24 sqrt(pi) / n)^(1/3) sd, with the population's sd (Scott 1979).
        SCOTT("Scott"),
        /// ptp / k, with the k from 1 to max(100, sqrt n) of least cross-validated error (Stone 1984).
        STONE("Stone"),
        /// ptp / (2 n^(1/3)).
        RICE("Rice"),
        /// ptp / (log2 n + 1) (Sturges 1926).
        STURGES("Sturges"),
        /// ptp / sqrt n.
        SQRT("Square root");

        private final String label;

        Estimator(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }

        @Override
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// So many bins of equal width.
    ///
    /// @param bins 1 to 1,000
    record Count(int bins) implements BinRule {

        /// @throws IllegalArgumentException when there are too few or too many bins
        public Count {
            if (bins < 1 || bins > MAX_COUNT) {
                throw BinRules.badCount(String.format(Locale.ROOT, "%,d", bins));
            }
        }

        @Override
        public String label() {
            return bins == 1 ? "1 bin" : String.format(Locale.ROOT, "%,d bins", bins);
        }

        @Override
        public String text() {
            return Integer.toString(bins);
        }
    }

    /// Bins of a given width from the low end of the range on; the last one may reach beyond the high end.
    ///
    /// @param width in the unit of the values; finite and above 0
    record Width(double width) implements BinRule {

        /// @throws IllegalArgumentException when the width is not a finite number above 0
        public Width {
            if (!(width > 0) || Double.isInfinite(width)) {
                throw new IllegalArgumentException(
                        "The width of a bin must be a finite number above 0, not " + BinRules.text(width) + ".");
            }
        }

        @Override
        public String label() {
            return "width " + BinRules.text(width);
        }

        @Override
        public String text() {
            return "width:" + width;
        }
    }

    /// Edges given one by one.
    ///
    /// @param edges 2 to 10,001 finite numbers, each above the one before
    record Edges(List<Double> edges) implements BinRule {

        /// @throws IllegalArgumentException when there are too few or too many, or they do not rise strictly
        public Edges {
            edges = List.copyOf(edges);
            BinRules.checkEdges(edges.stream().mapToDouble(Double::doubleValue).toArray());
        }

        /// The same from numbers in a row.
        public static Edges of(double... edges) {
            return new Edges(Arrays.stream(edges).boxed().toList());
        }

        @Override
        public String label() {
            return String.format(Locale.ROOT, "%,d given edges", edges.size());
        }

        @Override
        public String text() {
            return edges.stream().map(String::valueOf).collect(Collectors.joining(",", "edges:", ""));
        }
    }
}
