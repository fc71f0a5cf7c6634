package org.histogrid.tensor;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Finds arrays by the names users give.
final class Named {

    private Named() {}

    /// The only array of a file that has no names.
    static Tensor only(Origin origin, Tensor tensor, Optional<String> wanted) {
        if (wanted.isPresent()) {
            throw origin.refused("holds one array without a name; there is no " + Sentences.quoted(wanted.get()) + ".");
        }
        return tensor;
    }

    /// The name asked for, or the only one there is.
    ///
    /// @throws UnreadableFile if there is none of the name, or none was named and there are several
    static String choose(Origin origin, Collection<String> names, Optional<String> wanted) {
        if (wanted.isPresent()) {
            if (!names.contains(wanted.get())) {
                throw origin.refused("has no tensor " + Sentences.quoted(wanted.get()) + "; it has "
                        + Sentences.names(List.copyOf(names)) + ".");
            }
            return wanted.get();
        }
        if (names.size() != 1) {
            throw origin.refused("has " + Sentences.counted(names.size(), "tensor") + ": name one of "
                    + Sentences.names(List.copyOf(names)) + ".");
        }
        return names.iterator().next();
    }

    static UnreadableFile noTable(Origin origin, String holds) {
        return origin.refused("holds " + holds + " and no table.");
    }
}
