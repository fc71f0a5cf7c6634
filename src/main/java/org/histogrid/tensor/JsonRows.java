package org.histogrid.tensor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JsonToken;

/// Makes columns of the values of a JSON file: members of objects in objects get names with points, down to the
/// third level; values that are no objects get the name `value`; arrays and deeper objects stay text.
final class JsonRows {

    static final String VALUE = "value";

    private static final int LEVELS = 3;

    private final JsonInput input;

    /// The columns in the order in which they were first seen, and the last row that has each.
    private final Map<String, Integer> columns = new LinkedHashMap<>();

    private final List<Long> lastRows = new ArrayList<>();
    private boolean objects;

    JsonRows(JsonInput input) {
        this.input = input;
    }

    List<String> columns() {
        return List.copyOf(columns.keySet());
    }

    /// Learns the columns of a row, whose first token is the current one. Goes to its last.
    void survey(long row) {
        boolean object = input.is(JsonToken.START_OBJECT);
        if (row > 1 && object != objects) {
            throw refused(row, "holds objects and other values side by side");
        }
        objects = object;
        if (object) {
            surveyObject(row, "", 1);
        } else {
            leaf(row, VALUE);
        }
    }

    private void surveyObject(long row, String prefix, int level) {
        Set<String> names = new HashSet<>();
        while (input.next() && !input.is(JsonToken.END_OBJECT)) {
            String name = newName(names);
            input.next();
            if (input.is(JsonToken.START_OBJECT) && level < LEVELS) {
                surveyObject(row, prefix + name + ".", level + 1);
            } else {
                leaf(row, prefix + name);
            }
        }
    }

    private void leaf(long row, String column) {
        Integer known = columns.putIfAbsent(column, columns.size());
        if (known == null) {
            if (columns.size() > CsvScanner.MOST_CELLS) {
                throw refused(row, "has more than " + Sentences.grouped(CsvScanner.MOST_CELLS) + " columns");
            }
            lastRows.add(row);
        } else if (lastRows.get(known) == row) {
            throw refused(row, "holds " + Sentences.quoted(column) + " twice");
        } else {
            lastRows.set(known, row);
        }
        skip();
    }

    private String newName(Set<String> names) {
        String name = input.text();
        if (!names.add(name)) {
            throw input.refused("holds " + Sentences.quoted(name) + " twice in one object");
        }
        return name;
    }

    /// Passes over a value, whose first token is the current one, and checks it.
    void skip() {
        if (input.is(JsonToken.START_OBJECT)) {
            Set<String> names = new HashSet<>();
            while (input.next() && !input.is(JsonToken.END_OBJECT)) {
                newName(names);
                input.next();
                skip();
            }
        } else if (input.is(JsonToken.START_ARRAY)) {
            while (input.next() && !input.is(JsonToken.END_ARRAY)) {
                skip();
            }
        } else {
            input.text();
        }
    }

    UnreadableFile refused(long row, String how) {
        return input.refused(how + " in row " + Sentences.grouped(row) + ",");
    }
}
