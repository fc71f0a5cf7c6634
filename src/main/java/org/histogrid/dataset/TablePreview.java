package org.histogrid.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.histogrid.dataset.TensorLook.Values;
import org.histogrid.tensor.ColumnInfo;
import org.histogrid.tensor.ColumnType;
import org.histogrid.tensor.FileContents;
import org.histogrid.tensor.Table;

/// A glance at a table: its first rows, and the numbers of one column, the one asked for first.
final class TablePreview {

    private final Table table;
    private final FileContents.Table contents;

    TablePreview(Table table, FileContents.Table contents) {
        this.table = table;
        this.contents = contents;
    }

    TensorLook of(Optional<String> asked) {
        var names = new ArrayList<>(table.columnNames());
        asked.ifPresent(name -> {
            if (!names.remove(name)) {
                throw TensorPreview.noSuch(contents.file(), name, names);
            }
            names.addFirst(name);
        });
        var shown = List.copyOf(names.subList(0, Math.min(names.size(), TensorPreview.MOST_COLUMNS)));
        var numbers = contents.columns().stream()
                .filter(column -> column.type() == ColumnType.INTEGER || column.type() == ColumnType.NUMBER)
                .map(ColumnInfo::name)
                .filter(name -> asked.isEmpty() || asked.get().equals(name))
                .findFirst();
        return new TensorLook(
                contents.file(),
                asked,
                shown,
                ImportFiles.reading(() -> firstRows(shown)),
                contents.rows(),
                names.size(),
                "",
                numbers.map(name -> ImportFiles.reading(() -> spread(name))));
    }

    private List<List<String>> firstRows(List<String> shown) {
        var rows = new ArrayList<List<String>>();
        try {
            table.forEachRow(shown, (_, cells) -> {
                rows.add(cells.stream().map(TensorPreview::cell).toList());
                if (rows.size() == TensorPreview.MOST_ROWS) {
                    throw new Enough();
                }
            });
        } catch (Enough e) {
            // The rest of the file is not wanted
        }
        return rows;
    }

    /// Every so many rows, where there are more than are looked at; empty cells count as NaN.
    private Values spread(String column) {
        var step = Math.ceilDiv(Math.max(contents.rows(), 1), TensorPreview.MOST_VALUES);
        var values = new ArrayList<Double>();
        table.forEachRow(List.of(column), (row, cells) -> {
            if ((row - 1) % step == 0) {
                values.add(number(cells.getFirst().strip()));
            }
        });
        return TensorPreview.spread(
                "values of " + column,
                values.stream().mapToDouble(Double::doubleValue).toArray(),
                contents.rows());
    }

    private static double number(String cell) {
        return switch (cell.toLowerCase(Locale.ROOT)) {
            case "" -> Double.NaN;
            case "inf", "+inf", "infinity", "+infinity" -> Double.POSITIVE_INFINITY;
            case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
            default -> Classifier.number(cell).orElse(Double.NaN);
        };
    }

    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Enough() {
            super(null, null, false, false);
        }
    }
}
