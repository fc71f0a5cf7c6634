package org.histogrid.dataset;

import java.util.List;

/// The class of each sample, by position in `classes`; -1 where the sample is left out. The array is shared: do
/// not write to it.
@SuppressWarnings("ArrayRecordComponent")
public record LabelCodes(byte[] classOf, List<LabelClass> classes) {

    public LabelCodes {
        classes = LabelClass.coloured(classes);
    }
}
