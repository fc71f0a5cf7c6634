package org.histogrid.tensor.child;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// What the child process found, as it writes it for the server. The server takes it for hostile: the child has
/// read a stranger's file. Everything is bounded here; whether it fits the files beside it is for the server to
/// check.
public sealed interface ChildAnswer {

    /// The name of the file that holds the answer, in the folder the child works in.
    String FILE = "answer";

    /// More than any honest answer, in bytes: 16 MiB.
    int MOST_BYTES = 16 << 20;

    /// How many datasets, columns or problems there may be.
    int MOST_ENTRIES = 100_000;

    /// The bytes of a name or sentence.
    int LONGEST_TEXT = 1 << 16;

    /// How many axes an array may have.
    int MOST_AXES = 32;

    /// The file is not read.
    ///
    /// @param tensor what it is about, empty for the whole file
    /// @param reason the rest of a sentence that begins with the file's name
    /// @param row    counted from 1; 0 if it is about no row
    /// @param column empty if it is about no column
    record Refused(String tensor, String reason, long row, String column) implements ChildAnswer {}

    /// The arrays of a file, and what in it is none that can be read.
    record Arrays(List<Dataset> datasets, List<Problem> problems) implements ChildAnswer {

        /// Copies the lists.
        public Arrays {
            datasets = List.copyOf(datasets);
            problems = List.copyOf(problems);
        }
    }

    /// An array was written to the file [#VALUES].
    record Values() implements ChildAnswer {

        /// The file they are in: raw values, or texts, each after its length in bytes as an int.
        public static final String FILE = "values";
    }

    /// A table was written: cells of text to [#CELLS], columns of numbers one after another to [#NUMBERS],
    /// columns of vectors to [#vectorFile].
    ///
    /// @param numbers the type of the values in [#NUMBERS]; empty if there are none
    record Table(long rows, List<Column> columns, String numbers, List<Dataset> vectors, List<Problem> problems)
            implements ChildAnswer {

        /// CSV with a header: the columns that are no numbers, in their order.
        public static final String CELLS = "cells";

        /// Little-endian values, one column after another.
        public static final String NUMBERS = "numbers";

        /// Copies the lists.
        public Table {
            columns = List.copyOf(columns);
            vectors = List.copyOf(vectors);
            problems = List.copyOf(problems);
        }

        /// The file of one column of vectors.
        public static String vectorFile(int index) {
            return "vectors." + index;
        }
    }

    /// @param dtype     the name of a constant of `Dtype`
    /// @param offset    where in the file the values lie as they are; -1 if they have to be extracted
    record Dataset(String name, String dtype, List<Long> shape, boolean bigEndian, long bytes, long offset) {

        /// Copies the shape.
        public Dataset {
            shape = List.copyOf(shape);
        }
    }

    /// @param name   what cannot be read
    /// @param reason the rest of a sentence that begins with the name
    /// @param row    counted from 1; 0 if it is about no row
    record Problem(String name, String reason, long row) {}

    /// @param number whether it is in [Table#NUMBERS] and not in [Table#CELLS]
    record Column(String name, boolean number) {}

    /// Writes the answer.
    default void write(DataOutputStream out) throws IOException {
        switch (this) {
            case Refused refused -> {
                out.writeByte(0);
                text(out, refused.tensor);
                text(out, refused.reason);
                out.writeLong(refused.row);
                text(out, refused.column);
            }
            case Arrays arrays -> {
                out.writeByte(1);
                datasets(out, arrays.datasets);
                problems(out, arrays.problems);
            }
            case Values _ -> out.writeByte(2);
            case Table table -> {
                out.writeByte(3);
                out.writeLong(table.rows);
                out.writeInt(table.columns.size());
                for (Column column : table.columns) {
                    text(out, column.name);
                    out.writeBoolean(column.number);
                }
                text(out, table.numbers);
                datasets(out, table.vectors);
                problems(out, table.problems);
            }
        }
    }

    private static void datasets(DataOutputStream out, List<Dataset> datasets) throws IOException {
        out.writeInt(datasets.size());
        for (Dataset dataset : datasets) {
            text(out, dataset.name);
            text(out, dataset.dtype);
            out.writeByte(dataset.shape.size());
            for (long length : dataset.shape) {
                out.writeLong(length);
            }
            out.writeBoolean(dataset.bigEndian);
            out.writeLong(dataset.bytes);
            out.writeLong(dataset.offset);
        }
    }

    private static void problems(DataOutputStream out, List<Problem> problems) throws IOException {
        out.writeInt(problems.size());
        for (Problem problem : problems) {
            text(out, problem.name);
            text(out, problem.reason);
            out.writeLong(problem.row);
        }
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /// Reads an answer.
    ///
    /// @throws IOException if it is none
    static ChildAnswer read(DataInputStream in) throws IOException {
        ChildAnswer answer = switch (in.readByte()) {
            case 0 -> new Refused(text(in), text(in), in.readLong(), text(in));
            case 1 -> new Arrays(datasets(in), problems(in));
            case 2 -> new Values();
            case 3 -> new Table(in.readLong(), columns(in), text(in), datasets(in), problems(in));
            default -> throw new IOException("no such kind of answer");
        };
        if (in.read() >= 0) {
            throw new IOException("more than an answer");
        }
        return answer;
    }

    private static List<Column> columns(DataInputStream in) throws IOException {
        int count = count(in, MOST_ENTRIES);
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            columns.add(new Column(text(in), in.readBoolean()));
        }
        return columns;
    }

    private static List<Dataset> datasets(DataInputStream in) throws IOException {
        int count = count(in, MOST_ENTRIES);
        List<Dataset> datasets = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String name = text(in);
            String dtype = text(in);
            int axes = in.readByte();
            if (axes < 0 || axes > MOST_AXES) {
                throw new IOException(axes + " axes");
            }
            List<Long> shape = new ArrayList<>();
            for (int axis = 0; axis < axes; axis++) {
                shape.add(in.readLong());
            }
            datasets.add(new Dataset(name, dtype, shape, in.readBoolean(), in.readLong(), in.readLong()));
        }
        return datasets;
    }

    private static List<Problem> problems(DataInputStream in) throws IOException {
        int count = count(in, MOST_ENTRIES);
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            problems.add(new Problem(text(in), text(in), in.readLong()));
        }
        return problems;
    }

    private static String text(DataInputStream in) throws IOException {
        byte[] bytes = new byte[count(in, LONGEST_TEXT)];
        in.readFully(bytes);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IOException("no text", e);
        }
    }

    private static int count(DataInputStream in, int most) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > most) {
            throw new IOException(count + " entries");
        }
        return count;
    }
}
