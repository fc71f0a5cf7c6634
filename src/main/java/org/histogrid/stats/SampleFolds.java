package org.histogrid.stats;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// Parts samples into folds for a cross-validation by their ids alone, as [SampleHalves] parts them into halves.
public final class SampleFolds {

    private SampleFolds() {}

    /// The fold of each sample, from 0: the hash of [SampleHalves], as an unsigned number, modulo the number of
    /// folds. The folds are about as large, not exactly; of few samples one may have none.
    ///
    /// @param ids of the samples; equal ones fall into the same fold
    /// @param folds how many, at least 1
    /// @param seed another one than that of the halves parts the samples independently of these
    /// @throws IllegalArgumentException for fewer than one fold
    public static int[] of(List<String> ids, int folds, long seed) {
        if (folds < 1) {
            throw new IllegalArgumentException("There is at least one fold, not %d.".formatted(folds));
        }
        var foldOf = new int[ids.size()];
        int sample = 0;
        for (var id : ids) {
            foldOf[sample++] =
                    (int) Long.remainderUnsigned(Mixing.hash(id.getBytes(StandardCharsets.UTF_8), seed), folds);
        }
        return foldOf;
    }
}
