package org.histogrid.tensor;

import java.util.List;

/// Takes the rows of a table.
@FunctionalInterface
public interface RowConsumer {

    /// Takes a row. An exception thrown here ends the reading and reaches the caller unchanged.
    ///
    /// @param row   the row's number, counted from 1 below the header
    /// @param cells one text a column, empty where the cell is empty
    void accept(long row, List<String> cells);
}
