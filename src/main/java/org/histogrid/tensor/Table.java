package org.histogrid.tensor;

import java.util.List;

/// Rows and named columns, from CSV, Parquet or JSON.
public interface Table {

    /// The names of the columns from left to right, all different.
    List<String> columnNames();

    /// How many rows there are, at least 1.
    long rows();

    /// All cells of a column, empty texts for missing values.
    ///
    /// @throws UnreadableFile if there is no such column, or it holds more than the bounds that are named
    List<String> column(String column);

    /// Reads all rows in order, only the named columns of them.
    ///
    /// @param columns  the columns to hand out, in the order in which they are wanted
    /// @throws UnreadableFile if there is no such column, or the file was changed since it was opened
    void forEachRow(List<String> columns, RowConsumer consumer);

    /// The numbers of some columns as an array of shape (rows, columns), in the order of the list. Decimal text
    /// is read as the nearest 64-bit number; an empty cell, or one that is no number, is refused with its
    /// place.
    ///
    /// @throws UnreadableFile if there is no such column, or a cell is no number
    Tensor matrix(List<String> columns);
}
