package org.histogrid.tensor;

/// Floating-point numbers as [Tensor#texts()] writes them: whole ones as integers, others with as many digits as
/// tell them from their neighbours.
final class NumberTexts {

    private static final double WHOLE = 0x1p53;

    private NumberTexts() {}

    static String of(float number) {
        return isWhole(number) ? Long.toString((long) number) : Float.toString(number);
    }

    static String of(double number) {
        return isWhole(number) ? Long.toString((long) number) : Double.toString(number);
    }

    private static boolean isWhole(double number) {
        return number == Math.rint(number) && Math.abs(number) < WHOLE;
    }
}
