package org.histogrid.tensor;

import java.util.Comparator;

/// Names as people number them: `layer_2` before `layer_10`. Runs of digits are compared by value, of any
/// length, all else character by character; `7` comes before `07`.
public final class NaturalOrder {

    /// Two names are equal in this order only if they are the same text.
    public static final Comparator<String> INSTANCE =
            ((Comparator<String>) NaturalOrder::compare).thenComparing(Comparator.naturalOrder());

    private NaturalOrder() {}

    private static int compare(String one, String other) {
        int i = 0;
        int j = 0;
        while (i < one.length() && j < other.length()) {
            if (isDigit(one.charAt(i)) && isDigit(other.charAt(j))) {
                int endOne = endOfDigits(one, i);
                int endOther = endOfDigits(other, j);
                int order = compareDigits(one, i, endOne, other, j, endOther);
                if (order != 0) {
                    return order;
                }
                i = endOne;
                j = endOther;
            } else {
                int order = Character.compare(one.charAt(i++), other.charAt(j++));
                if (order != 0) {
                    return order;
                }
            }
        }
        return Integer.compare(one.length() - i, other.length() - j);
    }

    private static int compareDigits(String one, int fromOne, int endOne, String other, int fromOther, int endOther) {
        int i = withoutZeros(one, fromOne, endOne);
        int j = withoutZeros(other, fromOther, endOther);
        int byLength = Integer.compare(endOne - i, endOther - j);
        return byLength != 0 ? byLength : one.substring(i, endOne).compareTo(other.substring(j, endOther));
    }

    private static int withoutZeros(String text, int from, int end) {
        int i = from;
        while (i < end - 1 && text.charAt(i) == '0') {
            i++;
        }
        return i;
    }

    private static int endOfDigits(String text, int from) {
        int end = from;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
