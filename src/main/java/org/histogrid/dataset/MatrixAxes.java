package org.histogrid.dataset;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the axes of a matrix are, named as in a specification.
///
/// @param sure  what the files tell
/// @param guess what is likely, where they do not tell; else the same
record MatrixAxes(@Nullable List<String> sure, @Nullable List<String> guess) {

    static MatrixAxes of(List<String> sure) {
        return new MatrixAxes(sure, sure);
    }
}
