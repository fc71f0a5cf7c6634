package org.histogrid.tensor;

import java.util.Optional;

/// How the values of a matrix are to be understood.
///
/// @param dtype  what 16-bit integers or raw 16-bit values really are: [Dtype#F16] or [Dtype#BF16]. The type
///               the file declares anyway is allowed and changes nothing
/// @param layer  which entry of the axis of layers is read, from 0; without such an axis it means nothing
/// @param affine how quantised integers become numbers
public record Reading(Optional<Dtype> dtype, int layer, Optional<Affine> affine) {

    /// As the file says.
    public static final Reading PLAIN = new Reading(Optional.empty(), 0, Optional.empty());

    /// With another type.
    public static Reading as(Optional<Dtype> dtype) {
        return new Reading(dtype, 0, Optional.empty());
    }
}
