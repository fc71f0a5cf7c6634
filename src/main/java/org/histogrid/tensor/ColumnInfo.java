package org.histogrid.tensor;

import java.util.List;

/// What is known of a table's column after reading all of it.
///
/// @param name          the column's name in the header, or `column 1` and so on where it has none
/// @param type          what all its values look like
/// @param rows          how many rows the table has, empty cells counted
/// @param distinct      how many different values were seen, compared as text, empty cells left out
/// @param distinctExact false where counting stopped to save memory: then there are more than `distinct`.
///     It stops at 10,000 values, in a table of more than 10 columns at 100,000 in all (20,000 where there
///     are more than 1,000 columns) but not below 2, in a column with decimal points at 1,000, at a text of
///     more than 10,000 bytes, and where the different texts of a table take more than 33,554,432
///     characters
/// @param examples      the first different values in the order of the file, at most five, each at most 200
///                      characters
/// @param empty         how many cells are empty
public record ColumnInfo(
        String name,
        ColumnType type,
        long rows,
        long distinct,
        boolean distinctExact,
        List<String> examples,
        long empty) {

    /// Copies the examples.
    public ColumnInfo {
        examples = List.copyOf(examples);
    }
}
