package org.histogrid.tensor;

import java.util.List;

/// What is inside a file.
public sealed interface FileContents {

    /// The file's name as the user called it.
    String file();

    /// A file of arrays. An .npy file holds exactly one.
    ///
    /// @param file    the file's name as the user called it
    /// @param tensors its arrays in the order of the file
    record Arrays(String file, List<TensorInfo> tensors) implements FileContents {

        /// Copies the list.
        public Arrays {
            tensors = List.copyOf(tensors);
        }
    }

    /// A table of text.
    ///
    /// @param file      the file's name as the user called it
    /// @param columns   its columns from left to right
    /// @param rows      how many rows, the header and blank lines left out
    /// @param separator what stands between cells: comma, semicolon, tab or bar
    /// @param header    whether the first row was taken as names
    record Table(String file, List<ColumnInfo> columns, long rows, char separator, boolean header)
            implements FileContents {

        /// Copies the list.
        public Table {
            columns = List.copyOf(columns);
        }
    }
}
