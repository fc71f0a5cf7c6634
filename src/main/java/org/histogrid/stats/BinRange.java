package org.histogrid.stats;

/// Which part of the values a histogram shows. Values outside it are counted apart, never dropped.
public sealed interface BinRange {

    /// Text for a provenance line: "all values", "-1 to 2.5", "percentiles 1 to 99".
    String label();

    /// From the least to the greatest finite value.
    record Full() implements BinRange {
        @Override
        public String label() {
            return "all values";
        }
    }

    /// Between two given values, both included.
    ///
    /// @param low finite, in the unit of the values
    /// @param high finite, above `low`
    record Between(double low, double high) implements BinRange {

        /// @throws IllegalArgumentException when an end is not finite or the ends are not in order
        public Between {
            if (!Double.isFinite(low) || !Double.isFinite(high)) {
                throw new IllegalArgumentException("Both ends of a range must be finite numbers, not %s and %s."
                        .formatted(BinRules.text(low), BinRules.text(high)));
            }
            if (!(low < high)) {
                throw new IllegalArgumentException(
                        "The low end of a range must be below its high end: %s is not below %s."
                                .formatted(BinRules.text(low), BinRules.text(high)));
            }
        }

        @Override
        public String label() {
            return BinRules.text(low) + " to " + BinRules.text(high);
        }
    }

    /// Between two percentiles of the finite values, with linear interpolation as in `numpy.percentile`.
    ///
    /// @param lowPercent 0 or more
    /// @param highPercent above `lowPercent`, 100 at most
    record Clip(double lowPercent, double highPercent) implements BinRange {

        /// @throws IllegalArgumentException when the percentiles are not in order or leave 0 to 100
        public Clip {
            if (!(lowPercent >= 0 && lowPercent < highPercent && highPercent <= 100)) {
                throw new IllegalArgumentException("Percentiles must rise between 0 and 100: %s and %s do not."
                        .formatted(BinRules.text(lowPercent), BinRules.text(highPercent)));
            }
        }

        @Override
        public String label() {
            return "percentiles " + BinRules.text(lowPercent) + " to " + BinRules.text(highPercent);
        }
    }
}
