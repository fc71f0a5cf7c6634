package org.histogrid.tensor;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One pass through the records of a table, within bounds. Unquoted cells lose the blanks around them, quoted
/// ones are kept as they are.
final class CsvRows implements AutoCloseable {

    static final int MOST_COLUMNS = 65_536;

    /// Characters of one cell, and of one record.
    private static final int LONGEST_CELL = 1 << 20;

    private static final int LONGEST_RECORD = 16 << 20;

    /// @param cells the texts from left to right
    /// @param blank whether the line is blank; it has one empty cell then
    record Row(List<String> cells, boolean blank) {}

    private final String file;
    private final CloseableIterator<Row> records;
    private long number;

    private CsvRows(String file, CloseableIterator<Row> records, boolean header) {
        this.file = file;
        this.records = records;
        this.number = header ? 0 : 1;
    }

    /// @param header whether the first record is a header: it only shifts the row numbers in messages
    static CsvRows open(Origin origin, char separator, boolean header) {
        CsvReader<Row> csv = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .allowExtraCharsAfterClosingQuote(false)
                .maxBufferSize(LONGEST_CELL)
                .build(new RowBuilder(), new Utf8Reader(origin.stream()));
        return new CsvRows(origin.name(), csv.iterator(), header);
    }

    /// The next record, empty at the end of the file.
    Optional<Row> next() {
        try {
            if (!records.hasNext()) {
                return Optional.empty();
            }
            Row row = records.next();
            number += row.blank() ? 0 : 1;
            return Optional.of(row);
        } catch (CsvParseException e) {
            throw ofTheFile(e).orElseGet(() -> refused(syntax(e)));
        } catch (UncheckedIOException e) {
            Throwable cause = e.getCause();
            throw cause instanceof Utf8Reader.BadText bad
                    ? refused(String.valueOf(bad.getMessage()))
                    : new UnreadableFile(file, "could not be read from the disk.", new IOException(cause));
        }
    }

    /// What the bytes themselves had to complain of while the parser asked for them.
    private static Optional<UnreadableFile> ofTheFile(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnreadableFile unreadable) {
                return Optional.of(unreadable);
            }
        }
        return Optional.empty();
    }

    private static String syntax(CsvParseException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof BadRecord) {
                return String.valueOf(cause.getMessage());
            }
            String message = String.valueOf(cause.getMessage());
            if (message.startsWith("Unclosed")) {
                return "opens a quote that does not end";
            }
            if (message.startsWith("Unexpected character after closing quote")) {
                return "has text behind a closing quote";
            }
            if (message.startsWith("The maximum buffer size")) {
                return "has a cell of more than " + Sentences.grouped(LONGEST_CELL) + " characters";
            }
        }
        return "is no valid CSV";
    }

    private UnreadableFile refused(String how) {
        return refused(file, number, how);
    }

    static UnreadableFile refused(String file, long row, String how) {
        String place = row == 0 ? "in its header" : "in row " + Sentences.grouped(row);
        return new UnreadableFile(file, how + " " + place + ".", row, null);
    }

    @Override
    public void close() {
        try {
            records.close();
        } catch (IOException e) {
            throw new UnreadableFile(file, "could not be read from the disk.", e);
        }
    }

    private static final class BadRecord extends CsvParseException {

        private static final long serialVersionUID = 1L;

        BadRecord(String message) {
            super(message);
        }
    }

    private static final class RowBuilder extends AbstractBaseCsvCallbackHandler<Row> {

        private List<String> cells = new ArrayList<>();
        private boolean blank;
        private long characters;

        @Override
        protected void handleBegin(long startingLineNumber) {
            cells = new ArrayList<>(cells.size());
            blank = false;
            characters = 0;
        }

        @Override
        protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
            characters += length;
            if (index >= MOST_COLUMNS) {
                throw beyond("has more than %,d cells", MOST_COLUMNS);
            }
            if (characters > LONGEST_RECORD) {
                throw beyond("has more than %,d characters", LONGEST_RECORD);
            }
            String text = new String(buffer, offset, length);
            String cell = quoted ? text : text.strip();
            if (!quoted && cell.startsWith("\"")) {
                throw new BadRecord("has a blank before an opening quote");
            }
            cells.add(cell);
        }

        private static BadRecord beyond(String format, int bound) {
            return new BadRecord(String.format(Locale.ROOT, format, bound));
        }

        @Override
        protected void handleEmpty() {
            blank = true;
            cells.add("");
        }

        @Override
        protected Row buildRecord() {
            return new Row(cells, blank);
        }
    }
}
