package org.histogrid.stats;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/// Round numbers for the axes of a chart: multiples of 1, 2, 2.5 or 5 times a power of ten.
public final class Ticks {

    /// Most intervals of an axis from 0: with the steps above there are never fewer than 3, so 4 to 6 ticks.
    private static final int MOST_INTERVALS = 5;

    private static final int MOST_WANTED = 1_000;

    private static final List<BigDecimal> MANTISSAS =
            List.of(BigDecimal.ONE, BigDecimal.valueOf(2), new BigDecimal("2.5"), BigDecimal.valueOf(5));

    private Ticks() {}

    /// An axis from 0 whose last tick is at or above the greatest value on it.
    ///
    /// @param high the last tick
    /// @param step between ticks
    /// @param ticks 0, step, ... high
    public record Axis(double high, double step, List<Double> ticks) {
        public Axis {
            ticks = List.copyOf(ticks);
        }
    }

    /// An axis from 0 with 4 to 6 ticks; 917 gives 0, 200, ... 1000. Fewer ticks where they must be whole and
    /// the maximum is 1 or 2. A maximum of 0 or below, or one that is no finite number, gives the axis to 1.
    ///
    /// @param wholeNumbers ticks must be whole, as for counts
    public static Axis fromZero(double max, boolean wholeNumbers) {
        var top = max > 0 && Double.isFinite(max) ? new BigDecimal(max) : BigDecimal.ONE;
        var step = stepBelow(top.divide(BigDecimal.valueOf(20), MathContext.DECIMAL64));
        while (intervals(top, step) > MOST_INTERVALS || (wholeNumbers && !isWhole(step))) {
            step = next(step);
        }
        int intervals = (int) intervals(top, step);
        var ticks = new ArrayList<Double>();
        for (int i = 0; i <= intervals; i++) {
            ticks.add(Math.min(step.multiply(BigDecimal.valueOf(i)).doubleValue(), Double.MAX_VALUE));
        }
        return new Axis(
                ticks.getLast(), step.doubleValue(), ticks.stream().distinct().toList());
    }

    /// The last tick of [#fromZero] where ticks need not be whole: 917 gives 1000, 0 gives 1.
    public static double niceMax(double max) {
        return fromZero(max, false).high();
    }

    /// The round numbers in a range, as close to the number wanted as steps allow; the ends of the range are
    /// ticks only where they are round. Empty only where the range is shorter than the precision of a double.
    ///
    /// @param low finite
    /// @param high finite, above `low`
    /// @param wanted 2 to 1,000, usually 5
    /// @throws IllegalArgumentException when an argument is not so
    public static List<Double> ticks(double low, double high, int wanted) {
        return ticks(low, high, wanted, false);
    }

    /// The same; with `wholeNumbers` all ticks are whole, and there may be none in a short range.
    public static List<Double> ticks(double low, double high, int wanted, boolean wholeNumbers) {
        if (!Double.isFinite(low) || !Double.isFinite(high) || !(low < high)) {
            throw new IllegalArgumentException(
                    "The low end of an axis must be below its high end, both finite: not %s and %s."
                            .formatted(BinRules.text(low), BinRules.text(high)));
        }
        if (wanted < 2 || wanted > MOST_WANTED) {
            throw new IllegalArgumentException("Ask for 2 to 1,000 ticks, not " + wanted + ".");
        }
        var from = new BigDecimal(low);
        var to = new BigDecimal(high);
        var best = stepBelow(to.subtract(from).divide(BigDecimal.valueOf(4L * wanted), MathContext.DECIMAL64));
        while (wholeNumbers && !isWhole(best)) {
            best = next(best);
        }
        for (var step = next(best); count(from, to, step) >= 2; step = next(step)) {
            boolean usable = !wholeNumbers || isWhole(step);
            if (usable && Math.abs(count(from, to, step) - wanted) <= Math.abs(count(from, to, best) - wanted)) {
                best = step;
            }
        }
        var ticks = new ArrayList<Double>();
        for (var tick = first(from, best); tick.compareTo(to) <= 0; tick = tick.add(best)) {
            ticks.add(tick.doubleValue());
        }
        return ticks.stream().distinct().toList();
    }

    /// The least power of ten that is not below a number; the greatest double where that is beyond it.
    ///
    /// @param number finite, above 0
    public static double powerOfTenFrom(double number) {
        double power = powerOfTenTo(number);
        return power >= number ? power : Math.min(Double.parseDouble("1e" + (exponent(number) + 1)), Double.MAX_VALUE);
    }

    /// The greatest power of ten that is not above a number.
    ///
    /// @param number finite, above 0
    public static double powerOfTenTo(double number) {
        return Math.max(Double.parseDouble("1e" + exponent(number)), Double.MIN_VALUE);
    }

    /// The ticks of a logarithmic axis: powers of ten, as close to the number wanted as whole steps between their
    /// exponents allow; on an axis of less than two powers also their doubles and fivefolds.
    ///
    /// @param low above 0
    /// @param high finite, above `low`
    public static List<Double> logarithmic(double low, double high, int wanted) {
        var ticks = new ArrayList<Double>();
        int last = exponent(high);
        int first = exponent(low);
        int step = Math.max(1, Math.ceilDiv(last - first, wanted));
        boolean few = Math.log10(high) - Math.log10(low) < 2;
        for (int exponent = last; exponent >= first; exponent -= step) {
            for (var digit : few ? List.of(5, 2, 1) : List.of(1)) {
                double tick = Double.parseDouble(digit + "e" + exponent);
                if (tick >= low && tick <= high) {
                    ticks.addFirst(tick);
                }
            }
        }
        return ticks;
    }

    private static int exponent(double number) {
        var exact = new BigDecimal(number);
        return exact.precision() - exact.scale() - 1;
    }

    /// The greatest step at or below a number
    private static BigDecimal stepBelow(BigDecimal number) {
        var power = BigDecimal.ONE.scaleByPowerOfTen(number.precision() - number.scale() - 1);
        var step = power;
        for (var mantissa : MANTISSAS) {
            if (power.multiply(mantissa).compareTo(number) <= 0) {
                step = power.multiply(mantissa);
            }
        }
        return step;
    }

    private static BigDecimal next(BigDecimal step) {
        var power = BigDecimal.ONE.scaleByPowerOfTen(step.precision() - step.scale() - 1);
        for (var mantissa : MANTISSAS) {
            if (power.multiply(mantissa).compareTo(step) > 0) {
                return power.multiply(mantissa);
            }
        }
        return power.scaleByPowerOfTen(1);
    }

    private static boolean isWhole(BigDecimal step) {
        return step.stripTrailingZeros().scale() <= 0;
    }

    private static long intervals(BigDecimal top, BigDecimal step) {
        return top.divide(step, 0, RoundingMode.CEILING).longValueExact();
    }

    private static BigDecimal first(BigDecimal from, BigDecimal step) {
        return from.divide(step, 0, RoundingMode.CEILING).multiply(step);
    }

    private static long count(BigDecimal from, BigDecimal to, BigDecimal step) {
        BigInteger first = from.divide(step, 0, RoundingMode.CEILING).toBigInteger();
        BigInteger last = to.divide(step, 0, RoundingMode.FLOOR).toBigInteger();
        return last.subtract(first).longValueExact() + 1;
    }
}
