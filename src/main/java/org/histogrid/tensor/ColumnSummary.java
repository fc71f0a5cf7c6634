package org.histogrid.tensor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Collects what is said of a column while its cells go by.
final class ColumnSummary {

    private static final int EXAMPLES = 5;
    private static final int LONGEST_EXAMPLE = 200;
    private static final int FEWEST_COUNTED = 2;
    private static final int MOST_COUNTED = 10_000;
    private static final int MOST_FRACTIONS = 1_000;
    private static final int COUNTED_IN_ALL = 100_000;
    private static final int WIDE = 1_000;
    private static final int COUNTED_IN_ALL_OF_WIDE = 20_000;
    private static final int LONGEST_COUNTED = 10_000;
    private static final long CHARACTERS_IN_ALL = 32L << 20;

    /// So few texts are compared one by one, in less memory than a set takes.
    private static final int FEW = 16;

    private final String name;
    private final int mostDistinct;
    private final long mostCharacters;
    private Collection<String> distinct = new ArrayList<>(FEWEST_COUNTED);
    private List<String> examples = List.of();
    private boolean exact = true;

    /// Whether a text was too long to be counted before there were enough examples.
    private boolean unfinished;

    private final boolean commas;
    private long characters;
    private long empty;
    private int kinds;
    private @Nullable VectorColumn vectors;

    /// @param columns how many columns the table has: they share the memory
    /// @param commas  whether a comma may be a decimal comma in this table
    ColumnSummary(String name, int columns, boolean commas) {
        this.name = name;
        this.commas = commas;
        int all = columns > WIDE ? COUNTED_IN_ALL_OF_WIDE : COUNTED_IN_ALL;
        this.mostDistinct = Math.clamp(all / columns, FEWEST_COUNTED, MOST_COUNTED);
        this.mostCharacters = CHARACTERS_IN_ALL / columns;
    }

    /// Takes a cell of a record.
    ///
    /// @param kind what it looks like
    void add(long row, CsvScanner record, int cell, int kind) {
        if (vectors != null) {
            vectors.add(row, record.bytes(), record.from(cell), record.to(cell));
        } else if (kind == Cells.LIST && kinds == 0 && empty == 0) {
            vectors = VectorColumn.of(row, record.bytes(), record.from(cell), record.to(cell))
                    .orElse(null);
        }
        if (kind == Cells.EMPTY) {
            empty++;
            return;
        }
        kinds |= kind;
        if (exact || unfinished) {
            count(record, cell, record.to(cell) - record.from(cell));
        }
    }

    /// The kinds of cells that need not be added any more, since they would change nothing.
    int settled() {
        if (exact || unfinished || (vectors != null && vectors.isEven())) {
            return 0;
        }
        return (kinds & Cells.TEXT) == 0 ? kinds : Cells.ANY;
    }

    private void count(CsvScanner record, int cell, int length) {
        if (length > LONGEST_COUNTED) {
            exact = false;
            unfinished = examples.size() < EXAMPLES;
        }
        if (!exact) {
            addDifferentExample(Sentences.excerpt(record.start(cell, LONGEST_EXAMPLE + 1), LONGEST_EXAMPLE));
            return;
        }
        String text = record.text(cell);
        if (distinct.contains(text)) {
            return;
        }
        if (examples.size() < EXAMPLES) {
            addExample(Sentences.excerpt(text, LONGEST_EXAMPLE));
        }
        int most = (kinds & (Cells.POINT | Cells.COMMA)) == 0 ? mostDistinct : Math.min(mostDistinct, MOST_FRACTIONS);
        if (distinct.size() >= most || characters + text.length() > mostCharacters) {
            exact = false;
            return;
        }
        if (distinct.size() == FEW && distinct instanceof List) {
            distinct = new HashSet<>(distinct);
        }
        distinct.add(text);
        characters += text.length();
    }

    private void addExample(String excerpt) {
        if (examples.isEmpty()) {
            examples = new ArrayList<>(FEWEST_COUNTED);
        }
        examples.add(excerpt);
    }

    private void addDifferentExample(String excerpt) {
        if (unfinished && !examples.contains(excerpt)) {
            addExample(excerpt);
        }
        unfinished &= examples.size() < EXAMPLES;
    }

    String name() {
        return name;
    }

    /// Of a column whose first cell is a list of numbers.
    Optional<VectorColumn> vectors() {
        return Optional.ofNullable(vectors);
    }

    /// Whether its numbers are written with a decimal comma.
    boolean decimalComma() {
        return (kinds & Cells.COMMA) != 0 && Cells.type(kinds, commas) == ColumnType.NUMBER;
    }

    ColumnInfo info(long rows) {
        return new ColumnInfo(name, Cells.type(kinds, commas), rows, distinct.size(), exact, examples, empty);
    }
}
