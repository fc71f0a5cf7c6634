package org.histogrid.dataset;

import java.io.Serializable;
import java.util.List;

/// What an import will make (before it runs) or has made. `classes` are those of the first labeling.
public record ImportReport(
        int samples,
        List<LabelClass> classes,
        List<LabelingLine> labelings,
        List<HookPointLine> hookPoints,
        long bytes,
        List<String> warnings)
        implements Serializable {

    public ImportReport {
        classes = List.copyOf(classes);
        labelings = List.copyOf(labelings);
        hookPoints = List.copyOf(hookPoints);
        warnings = List.copyOf(warnings);
    }

    public record LabelingLine(String name, List<LabelClass> classes, int leftOut) implements Serializable {
        public LabelingLine {
            classes = List.copyOf(classes);
        }
    }

    /// `nan` and `infinite` count values once the matrix has been read; before that they are 0.
    public record HookPointLine(String hookPoint, int neurons, String dtype, long nan, long infinite)
            implements Serializable {}
}
