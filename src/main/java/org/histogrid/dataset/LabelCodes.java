package org.histogrid.dataset;

import java.util.ArrayList;
import java.util.List;

/// The class of each sample, by position in `classes`; -1 where the sample is left out. The array is shared: do
/// not write to it.
@SuppressWarnings("ArrayRecordComponent")
public record LabelCodes(byte[] classOf, List<LabelClass> classes) {

    public LabelCodes {
        classes = LabelClass.coloured(classes);
    }

    /// The same classes with the samples parted anew.
    LabelCodes splitBy(byte[] newClassOf) {
        var counts = new int[classes.size()];
        for (var code : newClassOf) {
            if (code >= 0) {
                counts[code]++;
            }
        }
        var counted = new ArrayList<LabelClass>();
        for (var one : classes) {
            counted.add(new LabelClass(one.name(), counts[counted.size()], one.colour()));
        }
        return new LabelCodes(newClassOf, counted);
    }
}
