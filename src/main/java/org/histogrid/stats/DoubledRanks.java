package org.histogrid.stats;

import java.util.Arrays;

/// The ranks of the finite values of labelled samples, from 0 and times two, so that the mean rank of ties is
/// an integer too. Holds one neuron at a time and keeps its buffers for the next; not for use by several
/// threads.
final class DoubledRanks {

    /// For each sample its place among the labelled ones, or negative
    private final int[] places;
    private final int[] ranks;
    private final int[] runOf;
    private final int[] ranksOfRuns;
    private final double[] valuesOfRuns;

    private final SingleOrder singles = new SingleOrder();
    private final HalfCodes halves = new HalfCodes();
    private final RisingOrder doubles = new RisingOrder();

    private int finite;
    private int different;
    /// Over the ties the sum of `t^3 - t`
    private double ties;

    /// @param places of the samples among the labelled ones, negative where they have no label
    DoubledRanks(int[] places, int labelled) {
        this.places = places;
        ranks = new int[labelled];
        runOf = new int[labelled];
        ranksOfRuns = new int[labelled];
        valuesOfRuns = new double[labelled];
    }

    /// Takes the values of a neuron in place of those before.
    ///
    /// @throws IllegalArgumentException when there is not one value a sample
    void read(byte[] payload, Encoding encoding) {
        int given = ActivationCodec.values(payload, encoding);
        if (given != places.length) {
            throw new IllegalArgumentException(
                    "There are %d values, but classes of %d samples.".formatted(given, places.length));
        }
        Arrays.fill(runOf, -1);
        Arrays.fill(ranksOfRuns, 0);
        switch (encoding) {
            case F16, BF16 -> readHalves(payload, encoding);
            case F32 -> readSingles(payload);
            case F64 -> readDoubles(ActivationCodec.decode(payload, encoding));
        }
        int below = 0;
        ties = 0;
        for (int run = 0; run < different; run++) {
            int tied = ranksOfRuns[run];
            ties += ((double) tied * tied - 1) * tied;
            ranksOfRuns[run] = 2 * below + tied - 1;
            below += tied;
        }
        finite = below;
        for (int place = 0; place < ranks.length; place++) {
            ranks[place] = runOf[place] < 0 ? -1 : ranksOfRuns[runOf[place]];
        }
    }

    private void readHalves(byte[] payload, Encoding encoding) {
        different = halves.read(payload, encoding, places, valuesOfRuns);
        for (int i = 0; i < halves.values(); i++) {
            put(halves.tag(i), halves.run(i));
        }
    }

    private void readSingles(byte[] payload) {
        int n = singles.sort(payload, places);
        var entries = singles.entries();
        int run = -1;
        long last = -1;
        for (int i = 0; i < n; i++) {
            long key = SingleOrder.key(entries[i]);
            run += key == last ? 0 : 1;
            last = key;
            put(SingleOrder.tag(entries[i]), run);
        }
        different = run + 1;
    }

    private void readDoubles(double[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = places[i] < 0 ? Double.NaN : values[i];
        }
        int n = doubles.sort(values);
        int run = 0;
        int end;
        for (int start = 0; start < n; start = end) {
            end = doubles.endOfTie(start, n);
            for (int i = start; i < end; i++) {
                put(places[doubles.place(i)], run);
            }
            run++;
        }
        different = run;
    }

    /// Ranks of runs hold their sizes until all are known
    private void put(int place, int run) {
        runOf[place] = run;
        ranksOfRuns[run]++;
    }

    /// For each labelled sample its rank, 0 to `2 (finite - 1)`, or -1 where its value is not finite; kept, not
    /// copied.
    int[] ranks() {
        return ranks;
    }

    /// How many values are finite.
    int finite() {
        return finite;
    }

    /// How many of them are different.
    int different() {
        return different;
    }

    /// The sum of squared distances of all mid-ranks, not doubled, from their mean
    double spread() {
        double n = finite;
        return ((n * n - 1) * n - ties) / 12;
    }
}
