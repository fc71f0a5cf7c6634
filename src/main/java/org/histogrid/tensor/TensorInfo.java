package org.histogrid.tensor;

import java.util.List;
import java.util.Optional;

/// What a file says of one array, checked against the file's length.
///
/// @param file      the file's name as the user called it
/// @param tensor    the array's name inside the file; empty for .npy
/// @param shape     the length of each axis, outermost first; empty for a single number
/// @param dtype     the type of the values
/// @param layout    `C` (last axis runs fastest) or `Fortran` (first axis runs fastest)
/// @param bigEndian whether the values lie with the high byte first; false where they are single bytes
/// @param bytes     the size of the values in the file, in bytes
public record TensorInfo(
        String file,
        Optional<String> tensor,
        List<Long> shape,
        Dtype dtype,
        String layout,
        boolean bigEndian,
        long bytes) {

    /// Copies the shape.
    public TensorInfo {
        shape = List.copyOf(shape);
    }
}
