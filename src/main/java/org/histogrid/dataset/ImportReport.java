package org.histogrid.dataset;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an import will make (before it runs) or has made. `classes` are those of the first labeling, `seconds`
/// is what an import of this size takes where that is known, `duplicates` are datasets that were made of the
/// same files.
public record ImportReport(
        int samples,
        List<LabelClass> classes,
        List<LabelingLine> labelings,
        List<HookPointLine> hookPoints,
        long bytes,
        @Nullable Long seconds,
        List<Duplicate> duplicates,
        List<String> warnings)
        implements Serializable {

    public ImportReport {
        classes = LabelClass.coloured(classes);
        labelings = List.copyOf(labelings);
        hookPoints = List.copyOf(hookPoints);
        // Reports of earlier versions have none
        duplicates = duplicates == null ? List.of() : List.copyOf(duplicates);
        warnings = List.copyOf(warnings);
    }

    ImportReport expecting(long newSeconds, List<Duplicate> newDuplicates) {
        return new ImportReport(samples, classes, labelings, hookPoints, bytes, newSeconds, newDuplicates, warnings);
    }

    public record LabelingLine(String name, List<LabelClass> classes, int leftOut) implements Serializable {
        public LabelingLine {
            classes = LabelClass.coloured(classes);
        }
    }

    /// `nan`, `infinite` and `beyondF16` (finite values that 16 bits would make infinite) count values,
    /// `constant` neurons, once the matrix has been read; before that they are 0.
    public record HookPointLine(
            String hookPoint, int neurons, String dtype, long nan, long infinite, int constant, long beyondF16)
            implements Serializable {}

    /// A file that another dataset was made of already.
    public record Duplicate(String file, String dataset, String name) implements Serializable {}
}
