package org.histogrid.dataset;

import java.io.Serializable;
import org.histogrid.base.BadInput;

/// Which values of a neuron are meant. NaN and the infinities lie in no range; they are asked for by name.
public sealed interface ValueRange extends Serializable {

    ValueRange ALL = new All();

    boolean holds(double value);

    /// Every value, NaN and the infinities too.
    record All() implements ValueRange {
        @Override
        public boolean holds(double value) {
            return true;
        }
    }

    /// Finite values from `from` on and below `to`, or up to it where the range is closed, as the last bin of
    /// a histogram is. An end may be infinite.
    record Between(double from, double to, boolean isClosed) implements ValueRange {
        public Between {
            if (!(from < to || isClosed && from == to)) {
                throw new BadInput("A range goes from a smaller number to a greater one.").forField("from");
            }
        }

        @Override
        public boolean holds(double value) {
            return value >= from && (value < to || isClosed && value == to) && Double.isFinite(value);
        }
    }

    /// Values that no bin holds.
    enum Special implements ValueRange {
        NAN,
        POS_INF,
        NEG_INF;

        @Override
        public boolean holds(double value) {
            return switch (this) {
                case NAN -> Double.isNaN(value);
                case POS_INF -> value == Double.POSITIVE_INFINITY;
                case NEG_INF -> value == Double.NEGATIVE_INFINITY;
            };
        }
    }

    /// `[from, to)`
    static ValueRange of(double from, double to) {
        return new Between(from, to, false);
    }

    /// `[from, to]`
    static ValueRange closed(double from, double to) {
        return new Between(from, to, true);
    }
}
