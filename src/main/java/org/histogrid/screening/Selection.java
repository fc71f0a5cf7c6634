package org.histogrid.screening;

import java.io.Serializable;
import java.util.Optional;
import org.histogrid.dataset.LabelingRef;

/// Whose scores are meant.
///
/// @param labeling the labeling they are scored under
/// @param hookPoint the hook point of the neurons, or all of the dataset where it is empty
/// @param classIndex with more than two classes, the one that is held against the rest; 0 with two
public record Selection(LabelingRef labeling, Optional<Integer> hookPoint, int classIndex) implements Serializable {

    /// The first class against the rest.
    public static Selection of(LabelingRef labeling, Optional<Integer> hookPoint) {
        return new Selection(labeling, hookPoint, 0);
    }

    /// The class that is held against the rest, wherever the neurons are.
    record Against(LabelingRef labeling, int classIndex) {}

    Against against() {
        return new Against(labeling, classIndex);
    }
}
