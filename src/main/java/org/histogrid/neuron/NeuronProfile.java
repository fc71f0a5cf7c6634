package org.histogrid.neuron;

import java.util.List;
import java.util.Optional;
import org.histogrid.dataset.LabelClass;
import org.histogrid.stats.MultiClassScores;
import org.histogrid.stats.TwoClassScores;

/// The scores of a neuron under a labeling: of its two classes, of which the first is the positive one, or of each of
/// several classes against all others together.
///
/// @param classes in the order of the labeling
/// @param twoClasses there where the labeling has two classes
/// @param manyClasses there where it has more, or only one
public record NeuronProfile(
        List<LabelClass> classes, Optional<TwoClassScores> twoClasses, Optional<MultiClassScores> manyClasses) {
    public NeuronProfile {
        classes = List.copyOf(classes);
    }
}
