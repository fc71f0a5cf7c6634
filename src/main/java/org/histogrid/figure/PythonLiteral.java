package org.histogrid.figure;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Values as literals of Python 3, in ASCII whatever they hold: a text cannot end its quotes, nor its line.
final class PythonLiteral {

    private static final int LINE = 110;
    private static final String INDENT = "    ";

    private PythonLiteral() {}

    /// @param value a text, number, truth value, list, or map with texts as keys, of such values in turn;
    ///     numbers are finite
    static String of(Object value) {
        return block(value, "");
    }

    /// On one line where it fits.
    private static String block(Object value, String indent) {
        var line = line(value);
        if (indent.length() + line.length() <= LINE) {
            return line;
        }
        var inner = indent + INDENT;
        return switch (value) {
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(entry -> inner + line(entry.getKey()) + ": " + block(entry.getValue(), inner) + ",\n")
                        .collect(Collectors.joining("", "{\n", indent + "}"));
            case List<?> list when list.getFirst() instanceof Number -> line;
            case List<?> list ->
                list.stream()
                        .map(one -> inner + block(one, inner) + ",\n")
                        .collect(Collectors.joining("", "[\n", indent + "]"));
            default -> line;
        };
    }

    private static String line(Object value) {
        return switch (value) {
            case String text -> quoted(text);
            case Boolean truth -> truth ? "True" : "False";
            case Number number -> number.toString();
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(entry -> line(entry.getKey()) + ": " + line(entry.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
            case List<?> list -> list.stream().map(PythonLiteral::line).collect(Collectors.joining(", ", "[", "]"));
            default -> throw new IllegalArgumentException("No literal of " + value.getClass());
        };
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        for (var index = 0; index < text.length(); index++) {
            var letter = text.charAt(index);
            if (letter == '"' || letter == '\\') {
                quoted.append('\\').append(letter);
            } else if (letter >= ' ' && letter <= '~') {
                quoted.append(letter);
            } else if (index + 1 < text.length() && Character.isSurrogatePair(letter, text.charAt(index + 1))) {
                quoted.append("\\U%08x".formatted(text.codePointAt(index++)));
            } else {
                quoted.append("\\u%04x".formatted((int) letter));
            }
        }
        return quoted.append('"').toString();
    }
}
