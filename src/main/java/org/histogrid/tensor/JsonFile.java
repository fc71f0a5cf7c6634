package org.histogrid.tensor;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonToken;

/// A table of JSON or JSON Lines, converted to CSV once. Lists of numbers stay text there, in which they are
/// found as vectors.
final class JsonFile {

    private static final ValueLayout.OfInt LENGTH = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    private final Origin origin;
    private final JsonSurvey survey;

    private JsonFile(Origin origin, JsonSurvey survey) {
        this.origin = origin;
        this.survey = survey;
    }

    /// Opens a file as a table.
    ///
    /// @param lines whether it is a sequence of objects for sure; else that is found out
    /// @throws UnreadableFile if it is no valid JSON, beyond the bounds, no table, without rows, or holds a
    ///                        name twice in an object
    static SourceFile open(Origin origin, boolean lines) {
        return origin.guarded(() -> new JsonFile(origin, JsonSurvey.of(origin, lines)).converted());
    }

    private ConvertedTable converted() {
        Path file = origin.scratch("csv", this::write);
        CsvFile csv = CsvFile.of(origin.scratchOrigin(origin.name(), "csv", file), CsvText.SHAPE);
        List<String> notes = new ArrayList<>(survey.notes());
        notes.addAll(csv.contents().notes());
        return new ConvertedTable(
                origin,
                survey.form().words(),
                csv.rows(),
                csv.contents().columns(),
                Optional.of(csv),
                Optional.empty(),
                Map.of(),
                notes);
    }

    private void write(OutputStream out) throws IOException {
        CsvText csv = new CsvText(out);
        csv.header(survey.columns());
        switch (survey.form()) {
            case LINES -> writeLines(csv);
            case ARRAY -> writeArray(csv);
            case NESTED_ARRAY -> writeNestedArray(csv);
            case KEYED -> writeKeyed(csv);
            case CLASSES -> writeClasses(csv);
            case COLUMNS -> writeColumns(csv);
        }
        csv.flush();
    }

    private void writeLines(CsvText csv) throws IOException {
        try (JsonInput input = new JsonInput(origin)) {
            JsonCells cells = new JsonCells(input, survey.columns());
            while (input.next()) {
                csv.row(cells.row());
            }
        }
    }

    private void writeArray(CsvText csv) throws IOException {
        try (JsonInput input = new JsonInput(origin)) {
            input.next();
            writeElements(input, csv);
        }
    }

    private void writeElements(JsonInput input, CsvText csv) throws IOException {
        JsonCells cells = new JsonCells(input, survey.columns());
        while (input.next() && !input.is(JsonToken.END_ARRAY)) {
            csv.row(cells.row());
        }
    }

    private void writeNestedArray(CsvText csv) throws IOException {
        try (JsonInput input = new JsonInput(origin)) {
            input.next();
            while (input.next() && !input.is(JsonToken.END_OBJECT)) {
                input.next();
                if (input.is(JsonToken.START_ARRAY)) {
                    writeElements(input, csv);
                }
            }
        }
    }

    private void writeKeyed(CsvText csv) throws IOException {
        List<String> members = survey.columns().subList(1, survey.columns().size());
        try (JsonInput input = new JsonInput(origin)) {
            JsonCells cells = new JsonCells(input, members);
            String[] row = new String[members.size() + 1];
            input.next();
            while (input.next() && !input.is(JsonToken.END_OBJECT)) {
                row[0] = CsvText.quoted(input.text());
                input.next();
                List<String> others = cells.row();
                for (int i = 0; i < others.size(); i++) {
                    row[i + 1] = others.get(i);
                }
                csv.row(Arrays.asList(row));
            }
        }
    }

    private void writeClasses(CsvText csv) throws IOException {
        try (JsonInput input = new JsonInput(origin)) {
            JsonCells cells = new JsonCells(input, List.of());
            input.next();
            while (input.next() && !input.is(JsonToken.END_OBJECT)) {
                String name = CsvText.quoted(input.text());
                input.next();
                while (input.next() && !input.is(JsonToken.END_ARRAY)) {
                    csv.row(List.of(cells.cell(), name));
                }
            }
        }
    }

    /// Writes the cells column by column to a scratch file of their own, each behind its length, and then row
    /// by row from there.
    private void writeColumns(CsvText csv) throws IOException {
        MemorySegment cells = origin.mapScratch(origin.scratch("columns", this::writeCells));
        List<Long> starts = new ArrayList<>();
        long count = 0;
        int columns = survey.keys().size();
        long all = count(cells);
        long rows = all / columns;
        for (long at = 0; at < cells.byteSize(); at += Integer.BYTES + cells.get(LENGTH, at)) {
            if (count++ % rows == 0) {
                starts.add(at);
            }
        }
        String[] row = new String[columns];
        for (long i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                long at = starts.get(j);
                int length = cells.get(LENGTH, at);
                byte[] bytes = cells.asSlice(at + Integer.BYTES, length).toArray(ValueLayout.JAVA_BYTE);
                row[j] = new String(bytes, StandardCharsets.UTF_8);
                starts.set(j, at + Integer.BYTES + length);
            }
            csv.row(Arrays.asList(row));
        }
    }

    private static long count(MemorySegment cells) {
        long count = 0;
        for (long at = 0; at < cells.byteSize(); at += Integer.BYTES + cells.get(LENGTH, at)) {
            count++;
        }
        return count;
    }

    private void writeCells(OutputStream out) throws IOException {
        DataOutputStream data = new DataOutputStream(new BufferedOutputStream(out, 1 << 16));
        Set<String> keys = new HashSet<>(survey.keys());
        try (JsonInput input = new JsonInput(origin)) {
            JsonCells cells = new JsonCells(input, List.of());
            JsonRows others = new JsonRows(input);
            input.next();
            while (input.next() && !input.is(JsonToken.END_OBJECT)) {
                boolean wanted = keys.contains(input.text());
                input.next();
                if (!wanted) {
                    others.skip();
                    continue;
                }
                while (input.next() && !input.is(JsonToken.END_ARRAY)) {
                    byte[] cell = cells.cell().getBytes(StandardCharsets.UTF_8);
                    data.writeInt(cell.length);
                    data.write(cell);
                }
            }
        }
        data.flush();
    }
}
