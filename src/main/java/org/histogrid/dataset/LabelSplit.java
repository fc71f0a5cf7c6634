package org.histogrid.dataset;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/// The classes of a labeling: as they are stored, or as another threshold of its score would make them.
public record LabelSplit(LabelingId labeling, @Nullable Double threshold) implements Serializable {

    public static LabelSplit stored(LabelingId labeling) {
        return new LabelSplit(labeling, null);
    }

    public static LabelSplit at(LabelingId labeling, double threshold) {
        return new LabelSplit(labeling, threshold);
    }
}
