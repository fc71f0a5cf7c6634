package org.histogrid.stats;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// In what way a neuron stands out. It may bear several of these. The names are those of the REST interface;
/// their order is that of the bits in a stored mask and does not change.
public enum OutlierType {
    /// Its AUROC is far from 0.5.
    SEPARATING,
    /// Its median lies far from those of the other neurons of the hook point.
    LOCATION,
    /// Its interquartile range is much wider, or narrower, than those of the other neurons.
    SCALE,
    /// Its values have two heaps, by Sarle's coefficient.
    BIMODAL,
    /// Some of its values lie very far out, by the excess kurtosis.
    HEAVY_TAILED,
    /// Its largest value is many times what is usual at the hook point.
    MASSIVE,
    /// All its values are equal.
    DEAD;

    /// The bit that stands for this type in a mask.
    public int mask() {
        return 1 << ordinal();
    }

    /// The types whose bits are set.
    public static Set<OutlierType> of(int mask) {
        var types = EnumSet.noneOf(OutlierType.class);
        for (var type : values()) {
            if ((mask & type.mask()) != 0) {
                types.add(type);
            }
        }
        return types;
    }

    /// The name in the REST interface, such as `HEAVY_TAILED`.
    public String key() {
        return name();
    }

    /// The type of that name, if there is one.
    public static Optional<OutlierType> named(String key) {
        return Arrays.stream(values()).filter(type -> type.name().equals(key)).findFirst();
    }
}
