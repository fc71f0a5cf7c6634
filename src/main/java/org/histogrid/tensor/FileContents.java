package org.histogrid.tensor;

import java.util.List;

/// What is inside a file.
public sealed interface FileContents {

    /// The file's name as the user called it.
    String file();

    /// The kind of file in words, with what was found out of how it is written: `CSV, separated by ;`.
    String format();

    /// The arrays that can be asked for by name: those of a file of arrays, and the columns of a table that
    /// hold a vector in each cell.
    List<TensorInfo> tensors();

    /// What the user should know of how it was read, in sentences: members passed over, a column of row numbers
    /// left out.
    List<String> notes();

    /// A file of arrays.
    ///
    /// @param file    the file's name as the user called it
    /// @param format  the kind of file in words
    /// @param tensors its arrays, at least one: in natural order ([NaturalOrder]), those of PyTorch and HDF5 in the
    ///                order of the file
    /// @param notes   what the user should know of how it was read
    record Arrays(String file, String format, List<TensorInfo> tensors, List<String> notes) implements FileContents {

        /// Copies the lists.
        public Arrays {
            tensors = List.copyOf(tensors);
            notes = List.copyOf(notes);
        }
    }

    /// A table.
    ///
    /// @param file    the file's name as the user called it
    /// @param format  the kind of file in words
    /// @param columns its columns of single values from left to right
    /// @param rows    how many rows, the header and blank lines left out
    /// @param tensors its columns of vectors, each of shape (rows, length)
    /// @param notes   what the user should know of how it was read
    record Table(
            String file,
            String format,
            List<ColumnInfo> columns,
            long rows,
            List<TensorInfo> tensors,
            List<String> notes)
            implements FileContents {

        /// Copies the lists.
        public Table {
            columns = List.copyOf(columns);
            tensors = List.copyOf(tensors);
            notes = List.copyOf(notes);
        }
    }
}
