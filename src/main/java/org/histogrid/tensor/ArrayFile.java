package org.histogrid.tensor;

import java.nio.file.Path;
import java.util.List;

/// An open file of one array. Values are read from the memory-mapped file when asked for: opening costs neither time
/// nor
/// heap, however large the file.
///
/// The file must not be changed while it is open; a file found to have been shortened is reported as unreadable.
/// Reading
/// from several threads is allowed, closing while another thread reads is not.
public sealed interface ArrayFile extends AutoCloseable permits NpyFile {

    /// Opens an .npy file (format 1.0, 2.0 or 3.0).
    ///
    /// @param path where the file is
    /// @param name what the user called it, used in every message
    /// @throws UnreadableFile if it is of another format, damaged, longer or shorter than its header declares, or
    ///                        holds values of a kind that is not read (Python objects, records, complex numbers,
    ///                        long doubles)
    static ArrayFile open(Path path, String name) {
        return NpyFile.open(path, name);
    }

    /// What the header says.
    TensorInfo info();

    /// How many values there are in all.
    long size();

    /// All values of a vector as a user would write them. A vector is an array of one axis, or one whose other axes
    /// have
    /// length one, such as (60, 1).
    ///
    /// Integers are written as `1`, floating-point numbers that are whole likewise (1.0 is `1`, -0.0 is `0`),
    /// others as `0.25` with as many digits as tell them from their neighbours, and `NaN`, `Infinity`, `-Infinity`.
    /// values are `true` and `false`. Text is given as it is, without the zero characters numpy fills up with; byte
    /// strings are read as UTF-8.
    ///
    /// @throws UnreadableFile if this is no vector, is empty, has more than 5,000,000 values or 256 MiB of text,
    ///                        holds raw 16-bit values, a truth value other than 0 and 1, or text that is no valid
    ///                        Unicode
    List<String> texts();

    /// All values of a vector (see [#texts()]) as integers: neuron numbers, ids. Truth values are 0 and 1.
    ///
    /// @throws UnreadableFile as in [#texts()]; also for text, and for a number that is not whole or does not fit
    long[] integers();

    /// One value, rounded to a double where it does not fit. Truth values are 0 and 1.
    ///
    /// @param index the position in row-major order of the shape, whatever the layout of the file, from 0
    /// @throws UnreadableFile            if the array holds text or raw 16-bit values
    /// @throws IndexOutOfBoundsException if there is no such position
    double value(long index);

    /// Unmaps the file. Closing again does nothing.
    @Override
    void close();
}
