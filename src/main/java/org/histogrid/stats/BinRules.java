package org.histogrid.stats;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Reads and checks what users give as a bin rule.
final class BinRules {

    private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,40}");

    private BinRules() {}

    static int bins(String text) {
        if (!WHOLE.matcher(text).matches()) {
            throw new IllegalArgumentException(("\"%s\" is not a bin rule: give auto, fd, doane, scott, stone, rice,"
                            + " sturges, sqrt, a number of bins from 1 to 1,000, width:0.5 or edges:0,1,2.")
                    .formatted(shortened(text)));
        }
        var bins = new BigInteger(text);
        if (bins.bitLength() > 31) {
            throw badCount(String.format(Locale.ROOT, "%,d", bins));
        }
        return bins.intValue();
    }

    static double number(String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("\"%s\" is not a number.".formatted(shortened(text)), e);
        }
    }

    static List<Double> numbers(String text) {
        var numbers = new ArrayList<Double>();
        for (var part : text.split(",", BinRule.MAX_BINS + 2)) {
            numbers.add(number(part));
        }
        return numbers;
    }

    static IllegalArgumentException badCount(String bins) {
        return new IllegalArgumentException("Bins must be between 1 and 1,000, not " + bins + ".");
    }

    static void checkEdges(double[] edges) {
        if (edges.length < 2 || edges.length > BinRule.MAX_BINS + 1) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "Give between 2 and 10,001 edges, not %,d.", edges.length));
        }
        for (int i = 0; i < edges.length; i++) {
            if (!Double.isFinite(edges[i])) {
                throw new IllegalArgumentException("An edge must be a finite number, not " + text(edges[i]) + ".");
            }
            if (i > 0 && !(edges[i - 1] < edges[i])) {
                throw new IllegalArgumentException(
                        "Edges must rise: %s does not come after %s.".formatted(text(edges[i]), text(edges[i - 1])));
            }
        }
    }

    static String text(double number) {
        var text = Double.toString(number);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }
}
