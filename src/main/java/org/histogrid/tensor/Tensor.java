package org.histogrid.tensor;

import java.util.List;

/// One array of an open file. It is usable until the file is closed. Reading from several threads is allowed.
public sealed interface Tensor permits MappedTensor, ListedTensor {

    /// What the file says of it.
    TensorInfo info();

    /// How many values there are in all.
    long size();

    /// All values of a vector as a user would write them. A vector is an array of one axis, or one whose other
    /// axes have length one, such as (60, 1).
    ///
    /// Integers are written as `1`, floating-point numbers that are whole likewise (1.0 is `1`, -0.0 is `0`),
    /// others as `0.25` with as many digits as tell them from their neighbours, and `NaN`, `Infinity`,
    /// `-Infinity`. Truth values are `true` and `false`. Text is given as it is, without the zero characters
    /// numpy fills up with; byte strings are read as UTF-8.
    ///
    /// @throws UnreadableFile if this is no vector, is empty, has more than 20,000,000 values or 256 MiB of
    ///                        text, holds raw 16-bit values, a truth value other than 0 and 1, or text that is
    ///                        no valid Unicode
    List<String> texts();

    /// All values of a vector (see [#texts()]) as integers: neuron numbers, ids. Truth values are 0 and 1.
    ///
    /// @throws UnreadableFile as in [#texts()]; also for text, and for a number that is not whole or does not
    ///                        fit
    long[] integers();

    /// One value, rounded to a double where it does not fit. Truth values are 0 and 1.
    ///
    /// @param index the position in row-major order of the shape, whatever the layout of the file, from 0
    /// @throws UnreadableFile            if the array holds text or raw 16-bit values
    /// @throws IndexOutOfBoundsException if there is no such position
    double value(long index);
}
