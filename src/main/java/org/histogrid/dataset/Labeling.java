package org.histogrid.dataset;

import java.io.Serializable;
import java.util.List;

public record Labeling(LabelingId id, String name, LabelingRule rule, List<LabelClass> classes)
        implements Serializable {

    public Labeling {
        classes = LabelClass.coloured(classes);
    }

    /// Whether a score and a threshold put the samples into their classes.
    public boolean isOnScore() {
        return rule.threshold() != null;
    }

    public int labelled() {
        return classes.stream().mapToInt(LabelClass::count).sum();
    }
}
