package org.histogrid.tensor;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.core.JsonToken;

/// Makes cells of CSV of the values of a JSON file, in the columns that [JsonRows] found.
final class JsonCells {

    private static final int LEVELS = 3;

    private final JsonInput input;
    private final Map<String, Integer> indices = new HashMap<>();
    private final String[] cells;
    private long length;

    JsonCells(JsonInput input, List<String> columns) {
        this.input = input;
        this.cells = new String[columns.size()];
        for (int i = 0; i < cells.length; i++) {
            indices.put(columns.get(i), i);
        }
    }

    /// Reads a row, whose first token is the current one; goes to its last.
    ///
    /// @return its cells, valid until the next row is read
    List<String> row() {
        Arrays.fill(cells, "");
        length = 0;
        if (input.is(JsonToken.START_OBJECT)) {
            object("", 1);
        } else {
            put(JsonRows.VALUE);
        }
        return Collections.unmodifiableList(Arrays.asList(cells));
    }

    private void object(String prefix, int level) {
        while (input.next() && !input.is(JsonToken.END_OBJECT)) {
            String name = prefix + input.text();
            input.next();
            if (input.is(JsonToken.START_OBJECT) && level < LEVELS) {
                object(name + ".", level + 1);
            } else {
                put(name);
            }
        }
    }

    private void put(String column) {
        String cell = cell();
        length += cell.length();
        requireLength(length);
        cells[Objects.requireNonNull(indices.get(column))] = cell;
    }

    private void requireLength(long reached) {
        if (reached > CsvScanner.LONGEST_RECORD) {
            throw input.refused(
                    "holds a row of more than " + Sentences.grouped(CsvScanner.LONGEST_RECORD) + " characters");
        }
    }

    /// The value that begins with the current token. Goes to its last.
    String cell() {
        return switch (input.token()) {
            case VALUE_NULL -> "";
            case VALUE_STRING -> CsvText.quoted(input.text());
            case VALUE_NUMBER_FLOAT -> NumberTexts.of(Double.parseDouble(input.text()));
            case START_ARRAY, START_OBJECT -> {
                StringBuilder json = new StringBuilder();
                append(json);
                yield CsvText.quoted(json.toString());
            }
            default -> input.text();
        };
    }

    private void append(StringBuilder json) {
        switch (input.token()) {
            case START_ARRAY -> {
                json.append('[');
                int start = json.length();
                while (input.next() && !input.is(JsonToken.END_ARRAY)) {
                    json.append(json.length() == start ? "" : ",");
                    append(json);
                    requireLength(length + json.length());
                }
                json.append(']');
            }
            case START_OBJECT -> {
                json.append('{');
                int start = json.length();
                while (input.next() && !input.is(JsonToken.END_OBJECT)) {
                    json.append(json.length() == start ? "" : ",");
                    appendText(json);
                    json.append(':');
                    input.next();
                    append(json);
                    requireLength(length + json.length());
                }
                json.append('}');
            }
            case VALUE_STRING -> appendText(json);
            default -> json.append(input.text());
        }
    }

    private void appendText(StringBuilder json) {
        json.append('"');
        String text = input.text();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ') {
                json.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
            } else {
                json.append(c);
            }
        }
        json.append('"');
    }
}
