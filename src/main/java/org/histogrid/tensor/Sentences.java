package org.histogrid.tensor;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Pieces of the sentences that say why a file cannot be read.
final class Sentences {

    private Sentences() {}

    /// Text from a file or a user, made safe to show: control characters replaced, cut at `limit` characters.
    static String excerpt(String text, int limit) {
        var safe = new StringBuilder();
        text.codePoints().limit(limit).forEach(c -> safe.appendCodePoint(showable(c) ? c : '\uFFFD'));
        if (text.codePoints().limit(limit + 1L).count() > limit) {
            safe.append("...");
        }
        return safe.toString();
    }

    private static boolean showable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    static String quoted(String text) {
        return "\"" + excerpt(text, 60) + "\"";
    }

    static String grouped(Number number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /// `(60, 8)`, `(60,)` or `()`, as numpy writes a shape.
    static String shape(List<Long> shape) {
        return shape.size() == 1
                ? "(" + shape.getFirst() + ",)"
                : shape.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
    }

    static String times(List<Long> shape) {
        return shape.isEmpty() ? "1" : shape.stream().map(Sentences::grouped).collect(Collectors.joining(" x "));
    }

    static String counted(long count, String noun) {
        return grouped(count) + " " + noun + (count == 1 ? "" : "s");
    }

    static String names(List<String> names) {
        String first = names.stream().limit(20).map(Sentences::quoted).collect(Collectors.joining(", "));
        return names.size() > 20 ? first + " and " + grouped(names.size() - 20) + " more" : first;
    }

    static String duration(Duration duration) {
        return duration.toMinutes() > 0
                ? counted(duration.toMinutes(), "minute")
                : counted(Math.max(1, duration.toSeconds()), "second");
    }
}
