package org.histogrid.tensor;

/// What all cells of a table's column look like, empty cells left out.
public enum ColumnType {
    /// Decimal integers of up to 18 digits, with or without a sign.
    INTEGER,
    /// Decimal numbers such as `-0.5`, `1e-3`, `nan` or `inf`. No thousands separators, suffixes, units or decimal
    /// commas.
    NUMBER,
    /// `true` and `false` in any mixture of upper and lower case.
    BOOLEAN,
    /// Anything else, and columns without any value.
    TEXT
}
