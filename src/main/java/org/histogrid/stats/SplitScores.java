package org.histogrid.stats;

import java.util.List;
import java.util.Optional;

/// The scores of one neuron on all samples, on their discovery half and on their held-out half.
///
/// @param all on all samples
/// @param discovery on the discovery half
/// @param heldOut on the held-out half
public record SplitScores(Part all, Part discovery, Part heldOut) {

    /// The scores on the samples of one split.
    ///
    /// @param each one of two classes; of more, one a class in their order, against all others together
    /// @param multi what is said of all classes at once; empty where there are two
    public record Part(List<TwoClassScores> each, Optional<MultiClassScores> multi) {

        public Part {
            each = List.copyOf(each);
        }

        static Part of(TwoClassScores scores) {
            return new Part(List.of(scores), Optional.empty());
        }

        static Part of(MultiClassScores scores) {
            return new Part(scores.oneAgainstRest(), Optional.of(scores));
        }
    }

    /// One of two classes; of more, one a class in their order, against all others together. A split without
    /// values has these too, with nothing in them but counts.
    public List<TwoClassScores> of(Split split) {
        return part(split).each;
    }

    /// What is said of all classes at once; empty under a labeling with two classes.
    public Optional<MultiClassScores> multi(Split split) {
        return part(split).multi;
    }

    private Part part(Split split) {
        return switch (split) {
            case ALL -> all;
            case DISCOVERY -> discovery;
            case HELD_OUT -> heldOut;
        };
    }
}
