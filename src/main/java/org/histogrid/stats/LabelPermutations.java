package org.histogrid.stats;

import java.util.Arrays;

/// Labels of two classes dealt out anew among the labelled samples, again and again: what scores would be if
/// labels and values had nothing to do with each other. Every permutation keeps the sizes of both classes and
/// each dealing is as likely as any other. The same labels, number and seed give the same permutations for
/// ever; what [NullKernel]s make of the same permutations can be merged.
public final class LabelPermutations {

    private final int samples;
    private final int labelled;
    private final int ofFirst;
    private final int permutations;
    private final int words;
    /// For each sample its place among the labelled ones, or negative
    private final int[] places;
    /// Permutation after permutation, one bit a labelled sample: whether it is in class 0
    private final long[] bits;

    /// @param classOf the class of each sample, 0 or 1, or negative where the sample is left out
    /// @param permutations how many, at least 1
    /// @throws IllegalArgumentException when a class is above 1, or there are no permutations or more than
    ///     memory could hold
    public LabelPermutations(byte[] classOf, int permutations, long seed) {
        if (permutations < 1) {
            throw new IllegalArgumentException("There must be at least one permutation, not " + permutations + ".");
        }
        this.permutations = permutations;
        samples = classOf.length;
        places = new int[samples];
        int n = 0;
        int first = 0;
        for (int i = 0; i < samples; i++) {
            if (classOf[i] > 1) {
                throw new IllegalArgumentException("A sample is in a class beyond the 2 there are, counted from 0.");
            }
            first += classOf[i] == 0 ? 1 : 0;
            places[i] = classOf[i] < 0 ? -1 : n++;
        }
        labelled = n;
        ofFirst = first;
        words = (n + Long.SIZE - 1) / Long.SIZE;
        if ((long) words * permutations > Integer.MAX_VALUE / Long.BYTES) {
            throw new IllegalArgumentException(
                    "%d permutations of %d labels are more than fit.".formatted(permutations, n));
        }
        bits = new long[words * permutations];
        deal(new Mixing(seed));
    }

    /// Draws the samples of class 0 one after the other from those that are left
    private void deal(Mixing random) {
        var deck = new int[labelled];
        Arrays.setAll(deck, i -> i);
        for (int permutation = 0; permutation < permutations; permutation++) {
            for (int drawn = 0; drawn < ofFirst; drawn++) {
                int other = drawn + random.below(labelled - drawn);
                int place = deck[other];
                deck[other] = deck[drawn];
                deck[drawn] = place;
                bits[permutation * words + place / Long.SIZE] |= 1L << place;
            }
        }
    }

    /// How many there are.
    public int permutations() {
        return permutations;
    }

    /// How many samples have a class.
    public int labelled() {
        return labelled;
    }

    /// Whether a permutation puts a labelled sample into class 0.
    ///
    /// @param place of the sample among the labelled ones, from 0
    public boolean isFirst(int permutation, int place) {
        return (bits[permutation * words + place / Long.SIZE] & 1L << place) != 0;
    }

    int samples() {
        return samples;
    }

    int ofFirst() {
        return ofFirst;
    }

    /// How many longs hold the bits of one permutation.
    int words() {
        return words;
    }

    /// Kept, not copied
    int[] places() {
        return places;
    }

    /// Kept, not copied
    long[] bits() {
        return bits;
    }
}
