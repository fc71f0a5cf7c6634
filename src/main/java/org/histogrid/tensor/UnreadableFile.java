package org.histogrid.tensor;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// A file that cannot be read, or not as asked. It is the only exception this package throws for what a file
/// holds.
///
/// The message is a whole sentence for the person who brought the file. It begins with the file's name as they
/// called it, holds no control characters, and no path of the machine. The accessors repeat in parts what the
/// sentence says, where it is known.
public final class UnreadableFile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final long UNKNOWN = -1;

    private final String file;
    private final @Nullable String tensor;
    private final long row;
    private final @Nullable String column;
    private final String restOfSentence;

    UnreadableFile(String file, String restOfSentence) {
        this(file, Optional.empty(), restOfSentence);
    }

    UnreadableFile(String file, String restOfSentence, IOException cause) {
        this(file, Optional.empty(), restOfSentence, UNKNOWN, null, cause);
    }

    UnreadableFile(String file, String restOfSentence, long row, @Nullable String column) {
        this(file, Optional.empty(), restOfSentence, row, column, null);
    }

    UnreadableFile(String file, Optional<String> tensor, String restOfSentence) {
        this(file, tensor, restOfSentence, UNKNOWN, null, null);
    }

    UnreadableFile(String file, Optional<String> tensor, String restOfSentence, long row, @Nullable String column) {
        this(file, tensor, restOfSentence, row, column, null);
    }

    private UnreadableFile(
            String file,
            Optional<String> tensor,
            String restOfSentence,
            long row,
            @Nullable String column,
            @Nullable Throwable cause) {
        super(subject(file, tensor) + " " + restOfSentence, cause);
        this.file = file;
        this.tensor = tensor.orElse(null);
        this.row = row;
        this.column = column;
        this.restOfSentence = restOfSentence;
    }

    private static String subject(String file, Optional<String> tensor) {
        return Sentences.excerpt(file, 120)
                + tensor.map(name -> ", tensor " + Sentences.quoted(name) + ",").orElse("");
    }

    /// The message without its subject.
    String restOfSentence() {
        return restOfSentence;
    }

    /// The name of the file as given by the caller, unchanged.
    public String file() {
        return file;
    }

    /// The array inside the file, where the file has several or names it.
    public Optional<String> tensor() {
        return Optional.ofNullable(tensor);
    }

    /// The row, counted from 1: a row of a table below its header (0 is the header itself), a sample of a
    /// matrix, or a value of a vector.
    public OptionalLong row() {
        return row == UNKNOWN ? OptionalLong.empty() : OptionalLong.of(row);
    }

    /// The column: its name in a table, or the neuron's number, counted from 0, in a matrix.
    public Optional<String> column() {
        return Optional.ofNullable(column);
    }
}
