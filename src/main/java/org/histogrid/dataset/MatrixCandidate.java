package org.histogrid.dataset;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A matrix before its axes are known.
///
/// @param file   a name, or the pattern of a series
/// @param shapes of each file of it
record MatrixCandidate(String file, @Nullable String tensor, List<List<Long>> shapes, HookName hook) {

    boolean isSeries() {
        return FileSeries.isPattern(file);
    }

    List<Long> shape() {
        return shapes.getFirst();
    }

    boolean alike() {
        return shapes.stream().allMatch(shape()::equals);
    }

    String inWords() {
        return tensor == null ? file : "%s, tensor %s,".formatted(file, tensor);
    }
}
