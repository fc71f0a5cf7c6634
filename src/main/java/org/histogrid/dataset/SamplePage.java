package org.histogrid.dataset;

import java.util.List;
import org.histogrid.base.Slice;

/// A page of samples, and how many of each class lie in the range of values that was asked for, whatever the
/// page, the text and the classes asked for leave of them.
public record SamplePage(Slice<ValuedSample> samples, List<LabelClass> inRange, int inRangeWithoutClass) {

    public SamplePage {
        inRange = List.copyOf(inRange);
    }
}
