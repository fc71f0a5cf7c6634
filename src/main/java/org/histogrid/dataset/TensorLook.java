package org.histogrid.dataset;

import java.util.List;
import java.util.Optional;
import org.histogrid.stats.BinEdges;
import org.histogrid.stats.ClassHistogram;

/// A glance at an array or a table: its first rows and columns as text, and how some of its values are spread.
///
/// `columns` names those of a table and is empty for an array. `axes` says in words which part of the array the cells
/// are, empty where there is nothing to say. `values` is there where there are numbers.
public record TensorLook(
        String file,
        Optional<String> tensor,
        List<String> columns,
        List<List<String>> cells,
        long allRows,
        long allColumns,
        String axes,
        Optional<Values> values) {

    public TensorLook {
        columns = List.copyOf(columns);
        cells = List.copyOf(cells);
    }

    /// Values of a sample spread over the file: `histogram.n()` of `of`. `low` and `high` are the least and the
    /// greatest finite value among them, both 0 where there is none.
    public record Values(String what, long of, double low, double high, BinEdges edges, ClassHistogram histogram) {

        public long looked() {
            return histogram.n();
        }

        public boolean isAll() {
            return looked() == of;
        }

        public long infinite() {
            return histogram.posInf() + histogram.negInf();
        }
    }
}
