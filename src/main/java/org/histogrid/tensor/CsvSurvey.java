package org.histogrid.tensor;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/// Reads through all of a table once, so that nothing in it can fail later, and finds out what is in it.
final class CsvSurvey {

    /// What pandas calls a column without a name when it reads its own file again.
    private static final String UNNAMED = "Unnamed: 0";

    private final Origin origin;
    private final TableShape shape;
    private List<String> names = List.of();
    private final List<ColumnSummary> columns = new ArrayList<>();
    /// Of each column the kinds of cells that tell nothing new about it.
    private int[] settled = {};

    private long rows;
    private boolean marked;
    private boolean allQuoted = true;
    private boolean numbered;

    private CsvSurvey(Origin origin, TableShape shape) {
        this.origin = origin;
        this.shape = shape;
    }

    static CsvSurvey of(Origin origin, TableShape shape) {
        CsvSurvey survey = new CsvSurvey(origin, shape);
        survey.read();
        return survey;
    }

    private void read() {
        CsvRows table = new CsvRows(origin, shape, 0);
        CsvScanner cells = table.cells();
        marked = cells.marked();
        while (table.next()) {
            long row = table.row();
            Optional<String> problem = Utf8.problem(cells.bytes(), cells.start(), cells.end());
            if (problem.isPresent()) {
                throw CsvRows.refused(origin.name(), row, problem.get());
            }
            allQuoted &= cells.quotedCells() == cells.width();
            if (columns.isEmpty()) {
                begin(cells);
            }
            if (row > 0) {
                add(row, cells);
            }
        }
        if (rows == 0) {
            throw origin.refused(columns.isEmpty() ? "is empty." : "has a header and no rows.");
        }
    }

    private void begin(CsvScanner first) {
        List<String> header = first.texts();
        names = TableShape.names(origin.name(), header, shape.header());
        for (String name : names) {
            columns.add(new ColumnSummary(name, names.size(), shape.commas()));
        }
        settled = new int[names.size()];
        String firstName = header.getFirst();
        numbered = shape.header() && names.size() > 1 && (firstName.isEmpty() || firstName.equals(UNNAMED));
    }

    private void add(long row, CsvScanner cells) {
        rows = row;
        numbered = numbered && isRowNumber(row, cells);
        for (int i = 0; i < settled.length; i++) {
            int kind = cells.kind(i);
            if ((settled[i] & kind) == 0) {
                ColumnSummary column = columns.get(i);
                column.add(row, cells, i, kind);
                settled[i] = column.settled();
            }
        }
    }

    private static boolean isRowNumber(long row, CsvScanner cells) {
        return cells.text(0).equals(Long.toString(row - 1));
    }

    /// The names of all columns from left to right.
    List<String> names() {
        return names;
    }

    long rows() {
        return rows;
    }

    /// The columns of single values: not those of vectors, and not the row numbers of pandas.
    List<ColumnInfo> columns() {
        List<ColumnInfo> infos = new ArrayList<>(columns.size());
        for (int i = numbered ? 1 : 0; i < columns.size(); i++) {
            ColumnSummary column = columns.get(i);
            if (column.vectors().filter(VectorColumn::isEven).isEmpty()) {
                infos.add(column.info(rows));
            }
        }
        return infos;
    }

    /// The column of this name, if its first cell is a list of numbers.
    Optional<VectorColumn> vectors(int column) {
        return columns.get(column).vectors();
    }

    /// The columns whose numbers have decimal commas.
    BitSet decimalCommas() {
        BitSet commas = new BitSet();
        for (int i = 0; i < columns.size(); i++) {
            commas.set(i, columns.get(i).decimalComma());
        }
        return commas;
    }

    String format() {
        return "CSV, separated by " + shape.separatorInWords()
                + (decimalCommas().isEmpty() ? "" : ", decimal comma")
                + (allQuoted ? ", all cells quoted" : "")
                + (marked ? ", byte order mark" : "")
                + (shape.header() ? "" : ", without a header");
    }

    List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (numbered) {
            notes.add("The first column numbers the rows from 0, as pandas writes it, and is passed over.");
        }
        for (ColumnSummary column : columns) {
            column.vectors()
                    .filter(vectors -> !vectors.isEven())
                    .ifPresent(vectors -> notes.add("The column " + Sentences.quoted(column.name())
                            + " is read as text, because it " + vectors.problem() + "."));
        }
        return notes;
    }
}
