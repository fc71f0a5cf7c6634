package org.histogrid.stats;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// Parts samples into a discovery and a held-out half by their ids alone, so that the same sample is on the
/// same side in every dataset, whatever the order and whichever others are there: what was seen of a sample in
/// one dataset is not held out in the next.
public final class SampleHalves {

    /// The seed of all halves that are stored, in every installation.
    public static final long SEED = 0;

    private SampleHalves() {}

    /// Whether each sample is in the discovery half: where the uppermost bit is set of a hash of its id, which
    /// is FNV-1a of 64 bits over the UTF-8 bytes, mixed with the seed by the mixer of SplitMix64. Each half has
    /// about half of the samples, not exactly; of few samples one may have none.
    ///
    /// @param ids of the samples; equal ones fall into the same half
    /// @param seed another one parts them independently of the first
    public static boolean[] discovery(List<String> ids, long seed) {
        var discovery = new boolean[ids.size()];
        int sample = 0;
        for (var id : ids) {
            discovery[sample++] = Mixing.hash(id.getBytes(StandardCharsets.UTF_8), seed) < 0;
        }
        return discovery;
    }

    /// The classes of the samples of a split; all others are left out.
    ///
    /// @param classOf the class of each sample, negative where it is left out; left as it is
    /// @param discovery whether each sample is in the discovery half
    public static byte[] of(Split split, byte[] classOf, boolean[] discovery) {
        var of = classOf.clone();
        for (int i = 0; i < of.length; i++) {
            boolean isIn = split == Split.ALL || discovery[i] == (split == Split.DISCOVERY);
            of[i] = isIn ? of[i] : -1;
        }
        return of;
    }
}
