package org.histogrid.screening;

import java.util.List;
import java.util.stream.IntStream;
import org.histogrid.stats.SampleFolds;
import org.histogrid.stats.SampleHalves;

/// The samples that have a class, in two halves, and whether each is of the class that is held against the rest.
///
/// @param discovery the ordinals of those of the discovery half
/// @param isPositive of each of these
/// @param fold of each of these in a cross-validation
/// @param heldOut the ordinals of the others
/// @param heldOutIsPositive of each of these
@SuppressWarnings("ArrayRecordComponent")
record Halves(int[] discovery, boolean[] isPositive, int[] fold, int[] heldOut, boolean[] heldOutIsPositive) {

    private static final long SEED_OF_FOLDS = 1;

    /// @param classOf negative where a sample has no class
    static Halves of(List<String> sampleIds, byte[] classOf, int positive) {
        var isDiscovery = SampleHalves.discovery(sampleIds, SampleHalves.SEED);
        var folds = SampleFolds.of(sampleIds, LogisticPath.FOLDS, SEED_OF_FOLDS);
        var discovery = labelled(classOf).filter(i -> isDiscovery[i]).toArray();
        var heldOut = labelled(classOf).filter(i -> !isDiscovery[i]).toArray();
        var fold = new int[discovery.length];
        for (var i = 0; i < fold.length; i++) {
            fold[i] = folds[discovery[i]];
        }
        return new Halves(
                discovery,
                isPositive(discovery, classOf, positive),
                fold,
                heldOut,
                isPositive(heldOut, classOf, positive));
    }

    private static IntStream labelled(byte[] classOf) {
        return IntStream.range(0, classOf.length).filter(i -> classOf[i] >= 0);
    }

    private static boolean[] isPositive(int[] samples, byte[] classOf, int positive) {
        var is = new boolean[samples.length];
        for (var i = 0; i < samples.length; i++) {
            is[i] = classOf[samples[i]] == positive;
        }
        return is;
    }
}
