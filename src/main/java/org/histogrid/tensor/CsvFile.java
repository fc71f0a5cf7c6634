package org.histogrid.tensor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A table of text: CSV with comma, semicolon, tab or bar, in UTF-8 with or without a byte order mark.
///
/// Cells may be quoted with `"`; unquoted ones lose the blanks around them. Lines end in LF, CRLF or CR. Blank
/// lines are
/// skipped; in a table of one column, where a blank line could be a missing value, they are skipped at the end
/// only and refused elsewhere. Whether the first row is a header is told by its content: it is none if all its
/// cells are numbers,
/// truth values or texts that come again below.
///
/// No file is held open: each pass opens it anew.
final class CsvFile implements SourceFile, Table {

    /// Characters of a column that is read as a whole.
    private static final long MOST_CHARACTERS = 128L << 20;

    private static final int SHARED_TEXTS = 4_096;

    private final Origin origin;
    private final String name;
    private final TableShape shape;
    private final List<String> columnNames;
    private final long rows;

    private CsvFile(Origin origin, TableShape shape, List<String> columnNames, long rows) {
        this.origin = origin;
        this.name = origin.name();
        this.shape = shape;
        this.columnNames = columnNames;
        this.rows = rows;
    }

    /// Opens a table and reads through all of it once, so that nothing in it can fail later.
    ///
    /// @throws UnreadableFile if it is of another format, empty, without rows, no valid UTF-8, holds zero
    ///                        characters, rows of different lengths, a quote that does not end or ends early,
    ///                        the name twice, more than 65,536 columns, a cell of more than 1,048,576
    ///                        characters or a row more than 16,777,216
    static CsvFile of(Origin origin) {
        String name = origin.name();
        TableShape shape = TableShape.of(origin, Optional.empty());
        List<String> columnNames = List.of();
        try (CsvRows records = CsvRows.open(origin, shape.separator(), shape.header())) {
            Optional<CsvRows.Row> first = records.next();
            while (first.isPresent() && first.get().blank()) {
                first = records.next();
            }
            if (first.isPresent()) {
                columnNames = TableShape.names(name, first.get().cells(), shape.header());
            }
        }
        var table = new CsvFile(origin, shape, columnNames, 0);
        long rows = table.stream((row, cells) -> {});
        if (rows == 0) {
            throw new UnreadableFile(name, columnNames.isEmpty() ? "is empty." : "has a header and no rows.");
        }
        return new CsvFile(origin, shape, columnNames, rows);
    }

    /// The names of the columns from left to right, all different: those of the header, `column 1` and so on
    /// where there
    /// is no header or no name in it.
    @Override
    public List<String> columnNames() {
        return columnNames;
    }

    /// How many rows there are, at least 1; the header and blank lines are no rows.
    @Override
    public long rows() {
        return rows;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public FileContents contents() {
        List<ColumnSummary> summaries = columnNames.stream()
                .map(column -> new ColumnSummary(column, columnNames.size()))
                .toList();
        forEachRow((row, cells) -> {
            for (int i = 0; i < cells.size(); i++) {
                summaries.get(i).add(cells.get(i));
            }
        });
        return new FileContents.Table(
                name,
                shape.inWords(),
                summaries.stream().map(ColumnSummary::info).toList(),
                rows,
                List.of(),
                List.of());
    }

    @Override
    public Tensor tensor(Optional<String> tensor) {
        throw origin.refused("is a table and holds no arrays.");
    }

    @Override
    public Table table() {
        return this;
    }

    private void forEachRow(RowConsumer consumer) {
        if (stream(consumer) != rows) {
            throw new UnreadableFile(name, "changed while it was read.");
        }
    }

    @Override
    public void forEachRow(List<String> columns, RowConsumer consumer) {
        int[] indices = columns.stream().mapToInt(this::index).toArray();
        forEachRow((row, cells) -> {
            List<String> wanted = new ArrayList<>(indices.length);
            for (int index : indices) {
                wanted.add(cells.get(index));
            }
            consumer.accept(row, wanted);
        });
    }

    private int index(String column) {
        int index = columnNames.indexOf(column);
        if (index < 0) {
            throw new UnreadableFile(
                    name,
                    "has no column " + Sentences.quoted(column) + "; it has " + Sentences.names(columnNames) + ".");
        }
        return index;
    }

    @Override
    public Tensor matrix(List<String> columns) {
        throw origin.refused("is a table and holds no arrays.");
    }

    /// All cells of a column, empty texts for empty cells.
    ///
    /// @throws UnreadableFile if there is no such column, or it has more than 5,000,000 cells or 134,217,728
    ///                        characters
    @Override
    public List<String> column(String column) {
        int index = index(column);
        if (rows > TensorVector.MOST_VALUES) {
            throw new UnreadableFile(
                    name,
                    String.format(
                            Locale.ROOT,
                            "has %,d rows; a list of labels or ids may hold up to %,d.",
                            rows,
                            TensorVector.MOST_VALUES));
        }
        return readColumn(column, index);
    }

    private List<String> readColumn(String column, int index) {
        Map<String, String> shared = new HashMap<>();
        List<String> cells = new ArrayList<>((int) rows);
        long[] characters = {0};
        forEachRow((row, all) -> {
            String cell = all.get(index);
            String known = shared.get(cell);
            if (known == null) {
                characters[0] += cell.length();
                if (characters[0] > MOST_CHARACTERS) {
                    throw new UnreadableFile(
                            name, "holds too much text in the column " + Sentences.quoted(column) + ".");
                }
                if (shared.size() < SHARED_TEXTS) {
                    shared.put(cell, cell);
                }
            }
            cells.add(known == null ? cell : known);
        });
        return cells;
    }

    private long stream(RowConsumer consumer) {
        long row = shape.header() ? -1 : 0;
        boolean blankBefore = false;
        try (CsvRows records = CsvRows.open(origin, shape.separator(), shape.header())) {
            for (Optional<CsvRows.Row> next = records.next(); next.isPresent(); next = records.next()) {
                List<String> cells = next.get().cells();
                if (next.get().blank()) {
                    blankBefore = true;
                    continue;
                }
                row++;
                requireWidth(row, cells.size());
                if (blankBefore && columnNames.size() == 1 && row > 0) {
                    throw new UnreadableFile(
                            name,
                            "has a blank line before row " + Sentences.grouped(row)
                                    + ". Write \"\" for a missing value.",
                            row,
                            null);
                }
                blankBefore = false;
                if (row > 0) {
                    consumer.accept(row, cells);
                }
            }
        }
        return Math.max(row, 0);
    }

    private void requireWidth(long row, int width) {
        if (width != columnNames.size()) {
            throw CsvRows.refused(
                    name,
                    row,
                    "has " + Sentences.counted(width, "cell") + " where "
                            + Sentences.counted(columnNames.size(), "column") + " "
                            + (columnNames.size() == 1 ? "is" : "are")
                            + " expected,");
        }
    }
}
