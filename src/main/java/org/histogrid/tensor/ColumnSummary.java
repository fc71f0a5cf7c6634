package org.histogrid.tensor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Collects what is said of a column while its cells go by.
final class ColumnSummary {

    private static final int EXAMPLES = 5;
    private static final int LONGEST_EXAMPLE = 200;
    private static final int FEWEST_COUNTED = 16;
    private static final int MOST_COUNTED = 10_000;
    private static final int COUNTED_IN_ALL = 400_000;
    private static final long CHARACTERS_IN_ALL = 32L << 20;

    private final String name;
    private final int mostDistinct;
    private final long mostCharacters;
    private final Set<String> distinct = new HashSet<>();
    private final List<String> examples = new ArrayList<>();
    private boolean exact = true;
    private long characters;
    private long rows;
    private long empty;
    private @Nullable ColumnType type;

    ColumnSummary(String name, int columns) {
        this.name = name;
        this.mostDistinct = Math.clamp(COUNTED_IN_ALL / columns, FEWEST_COUNTED, MOST_COUNTED);
        this.mostCharacters = CHARACTERS_IN_ALL / columns;
    }

    void add(String cell) {
        rows++;
        if (cell.isEmpty()) {
            empty++;
            return;
        }
        if (type != ColumnType.TEXT) {
            type = common(type, Cells.type(cell));
        }
        if (exact && !distinct.contains(cell)) {
            count(cell);
        }
    }

    private void count(String cell) {
        if (examples.size() < EXAMPLES) {
            examples.add(Sentences.excerpt(cell, LONGEST_EXAMPLE));
        }
        if (distinct.size() < mostDistinct && characters + cell.length() <= mostCharacters) {
            distinct.add(cell);
            characters += cell.length();
        } else {
            exact = false;
        }
    }

    private static ColumnType common(@Nullable ColumnType one, ColumnType other) {
        if (one == null || one == other) {
            return other;
        }
        boolean numbers = one != ColumnType.BOOLEAN && other != ColumnType.BOOLEAN && other != ColumnType.TEXT;
        return numbers ? ColumnType.NUMBER : ColumnType.TEXT;
    }

    ColumnInfo info() {
        return new ColumnInfo(
                name, type == null ? ColumnType.TEXT : type, rows, distinct.size(), exact, examples, empty);
    }
}
