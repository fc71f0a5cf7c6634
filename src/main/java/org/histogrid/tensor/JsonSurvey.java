package org.histogrid.tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JsonToken;

/// Reads through all of a JSON file once, so that nothing in it can fail later, and finds out how it is a
/// table.
///
/// @param form    how the file is a table
/// @param columns the names of its columns from left to right
/// @param keys    the keys of the outermost object that are read, where each holds an array
/// @param notes   what the user should know of how it is read
record JsonSurvey(Form form, List<String> columns, List<String> keys, List<String> notes) {

    enum Form {
        LINES("JSON Lines"),
        ARRAY("JSON, an array of rows"),
        /// The rows are the objects in the only array of an object.
        NESTED_ARRAY("JSON, an object with an array of rows"),
        COLUMNS("JSON, an object of columns"),
        CLASSES("JSON, an object of classes with their ids"),
        /// Objects or values under the ids they belong to.
        KEYED("JSON, an object of rows by id");

        private final String words;

        Form(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    private static final int MOST_CLASSES = 50;

    /// Names of columns, where an object of two arrays of as many ids might be two classes as well.
    private static final Set<String> NAMES_OF_COLUMNS = Set.of(
            "id",
            "ids",
            "qid",
            "qids",
            "idx",
            "index",
            "key",
            "keys",
            "name",
            "names",
            "label",
            "labels",
            "class",
            "classes",
            "y",
            "target",
            "targets",
            "score",
            "scores",
            "text",
            "texts",
            "question",
            "questions",
            "prompt",
            "prompts",
            "statement",
            "statements",
            "answer",
            "answers",
            "response",
            "responses",
            "value",
            "values",
            "neuron",
            "neurons",
            "layer",
            "layers",
            "token",
            "tokens",
            "sample",
            "samples",
            "row",
            "rows");

    /// An array in the outermost object.
    ///
    /// @param ids     whether all its elements are integers or texts
    /// @param objects whether all its elements are objects, and there are some
    private record Listed(String key, long length, boolean ids, boolean objects) {}

    static JsonSurvey of(Origin origin, boolean lines) {
        try (JsonInput input = new JsonInput(origin)) {
            if (!input.next()) {
                throw origin.refused("is empty.");
            }
            if (!lines && input.is(JsonToken.START_ARRAY)) {
                return array(origin, input);
            }
            if (!lines && input.is(JsonToken.START_OBJECT)) {
                JsonSurvey survey = new ObjectSurvey(origin, input).read();
                if (!input.next()) {
                    return survey.requireTable(origin);
                }
            } else if (!lines) {
                throw origin.refused("holds a single value and no table.");
            }
        }
        return lines(origin);
    }

    private JsonSurvey requireTable(Origin origin) {
        if (columns.isEmpty()) {
            throw origin.refused("is a JSON object and no table: what is read are rows in an array, columns of one"
                    + " length, ids listed under their classes, and rows or values under their ids.");
        }
        return this;
    }

    private static JsonSurvey lines(Origin origin) {
        try (JsonInput input = new JsonInput(origin)) {
            JsonRows rows = new JsonRows(input);
            long row = 0;
            while (input.next()) {
                row++;
                if (!input.is(JsonToken.START_OBJECT)) {
                    throw rows.refused(row, "holds something else than an object");
                }
                rows.survey(row);
            }
            return rows(origin, Form.LINES, rows, List.of());
        }
    }

    private static JsonSurvey array(Origin origin, JsonInput input) {
        JsonRows rows = new JsonRows(input);
        long row = 0;
        while (input.next() && !input.is(JsonToken.END_ARRAY)) {
            rows.survey(++row);
        }
        requireEnd(input);
        return rows(origin, Form.ARRAY, rows, List.of());
    }

    private static void requireEnd(JsonInput input) {
        if (input.next()) {
            throw input.refused("goes on behind its end");
        }
    }

    private static JsonSurvey rows(Origin origin, Form form, JsonRows rows, List<String> keys) {
        if (rows.columns().isEmpty()) {
            throw origin.refused("holds no rows.");
        }
        return new JsonSurvey(form, rows.columns(), keys, List.of());
    }

    /// Looks at the members of the outermost object.
    private static final class ObjectSurvey {

        private final Origin origin;
        private final JsonInput input;
        private final JsonRows rows;
        private final IdSet keys = new IdSet();
        private final IdSet ids = new IdSet();
        private final List<Listed> arrays = new ArrayList<>();
        private final List<String> others = new ArrayList<>();
        private long row;
        private long scalars;
        private long objects;
        private String twice = "";

        ObjectSurvey(Origin origin, JsonInput input) {
            this.origin = origin;
            this.input = input;
            this.rows = new JsonRows(input);
        }

        JsonSurvey read() {
            while (input.next() && !input.is(JsonToken.END_OBJECT)) {
                String key = input.text();
                if (!keys.add(key)) {
                    throw input.refused("holds " + Sentences.quoted(key) + " twice in one object");
                }
                requireFew(keys);
                input.next();
                member(key);
            }
            return judged();
        }

        private void requireFew(IdSet set) {
            if (set.size() > IdSet.MOST) {
                throw origin.refused("holds more than " + Sentences.grouped(IdSet.MOST) + " ids.");
            }
        }

        private void member(String key) {
            if (input.is(JsonToken.START_OBJECT)) {
                objects++;
                rows.survey(++row);
            } else if (input.is(JsonToken.START_ARRAY)) {
                if (arrays.size() == CsvScanner.MOST_CELLS) {
                    throw origin.refused("has more than " + Sentences.grouped(CsvScanner.MOST_CELLS) + " columns.");
                }
                arrays.add(listed(key));
                return;
            } else {
                scalars++;
                input.text();
            }
            if (others.size() < 10) {
                others.add(key);
            }
        }

        private Listed listed(String key) {
            long length = 0;
            boolean allIds = true;
            boolean allObjects = true;
            while (input.next() && !input.is(JsonToken.END_ARRAY)) {
                length++;
                boolean object = input.is(JsonToken.START_OBJECT);
                boolean id = input.is(JsonToken.VALUE_STRING) || input.is(JsonToken.VALUE_NUMBER_INT);
                allObjects &= object;
                allIds &= id;
                if (id && allIds && arrays.size() < MOST_CLASSES) {
                    addId(input.text());
                } else if (allObjects && arrays.isEmpty() && objects == 0) {
                    rows.survey(length);
                } else {
                    rows.skip();
                }
            }
            return new Listed(key, length, allIds, allObjects && length > 0);
        }

        private void addId(String id) {
            if (!ids.add(id) && twice.isEmpty()) {
                twice = id;
            }
            requireFew(ids);
        }

        private JsonSurvey judged() {
            if (arrays.isEmpty() && (objects == 0) != (scalars == 0)) {
                return keyed();
            }
            boolean onlyArrays = objects == 0 && scalars == 0;
            boolean even = arrays.stream().mapToLong(Listed::length).distinct().count() == 1;
            if (onlyArrays && isClasses(even)) {
                return classes();
            }
            if (arrays.size() == 1 && arrays.getFirst().objects() && objects == 0) {
                return new JsonSurvey(Form.NESTED_ARRAY, rows.columns(), keysOfArrays(), notes());
            }
            if (even && arrays.getFirst().length() > 0) {
                return new JsonSurvey(Form.COLUMNS, keysOfArrays(), keysOfArrays(), notes());
            }
            return new JsonSurvey(Form.COLUMNS, List.of(), List.of(), List.of());
        }

        private List<String> keysOfArrays() {
            return arrays.stream().map(Listed::key).toList();
        }

        private List<String> notes() {
            return others.isEmpty()
                    ? List.of()
                    : List.of("Not read, since they are no columns: " + Sentences.names(others) + ".");
        }

        private JsonSurvey keyed() {
            List<String> members = objects > 0 ? rows.columns() : List.of(JsonRows.VALUE);
            String id = !members.contains("id") ? "id" : "key";
            for (int i = 2; members.contains(id); i++) {
                id = "key " + i;
            }
            List<String> columns = new ArrayList<>();
            columns.add(id);
            columns.addAll(members);
            String note = "The keys of the object are the column " + Sentences.quoted(id) + ".";
            return new JsonSurvey(Form.KEYED, columns, List.of(), List.of(note));
        }

        private boolean isClasses(boolean even) {
            boolean listed = arrays.size() > 1
                    && arrays.size() <= MOST_CLASSES
                    && arrays.stream().allMatch(Listed::ids)
                    && ids.size() > 0;
            return listed && (!even || twice.isEmpty() && !hasNamesOfColumns());
        }

        private boolean hasNamesOfColumns() {
            return arrays.stream()
                    .anyMatch(array -> NAMES_OF_COLUMNS.contains(array.key().toLowerCase(Locale.ROOT)));
        }

        private JsonSurvey classes() {
            if (!twice.isEmpty()) {
                throw origin.refused("lists the id " + Sentences.quoted(twice) + " twice.");
            }
            String names = keysOfArrays().stream().map(Sentences::quoted).collect(Collectors.joining(", "));
            String note = "Each key of the object is read as a class of the ids listed under it: " + names + ".";
            return new JsonSurvey(Form.CLASSES, List.of("id", "class"), keysOfArrays(), List.of(note));
        }
    }
}
