package org.histogrid.figure;

/// Lengths as text, to a thousandth of a point: a third of a micrometre on paper.
final class Points {

    private static final int PER_POINT = 1_000;
    private static final int DECIMALS = 3;

    private Points() {}

    /// Without zeros at its end: "12.5", "-0.125", "3".
    static String text(double points) {
        var thousandths = Math.round(points * PER_POINT);
        var whole = Math.abs(thousandths) / PER_POINT;
        var rest = (int) (Math.abs(thousandths) % PER_POINT);
        var text = new StringBuilder(12);
        if (thousandths < 0) {
            text.append('-');
        }
        text.append(whole);
        if (rest > 0) {
            var digits = Integer.toString(PER_POINT + rest);
            var end = DECIMALS + 1;
            while (digits.charAt(end - 1) == '0') {
                end--;
            }
            text.append('.').append(digits, 1, end);
        }
        return text.toString();
    }
}
