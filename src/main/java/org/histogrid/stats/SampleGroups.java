package org.histogrid.stats;

import java.util.Arrays;

/// Samples in groups, and of one neuron after another the finite values in rising order with how many there
/// are of each group: of each class, or of each class in each of two parts of the samples, so that one sort is
/// enough for both parts and for all samples.
///
/// Keeps its buffers from one neuron to the next; not for use by several threads.
final class SampleGroups {

    private static final int MOST_CLASSES = 128;

    private final int classes;
    private final int parts;
    private final int groups;
    /// For each sample its class, plus `classes` in the second part; negative where it is left out
    private final int[] groupOf;
    private final int grouped;

    private final SingleOrder singles = new SingleOrder();
    private final SortedRuns sortedRuns;
    private final HalfCodes halves = new HalfCodes();
    private final RisingOrder doubles = new RisingOrder();

    /// Whether the values read last are in [#singles] in their order, else they are here with their counts
    private boolean sorted;
    private int finite;

    /// The different values that were read last
    private final double[] values;
    /// Value after value, how many there are of each group
    private final int[] counts;
    private int runs;

    private final NonFinite others;
    private final ClassRuns made;

    /// @param classOf the class of each sample: 0 to `classes - 1`, or negative where the sample is left out
    /// @throws IllegalArgumentException when there are not 1 to 128 classes, or a class is out of bounds
    SampleGroups(byte[] classOf, int classes) {
        this(classOf, classes, 1, new boolean[classOf.length]);
    }

    /// @param second whether each sample is in the second of two parts
    SampleGroups(byte[] classOf, int classes, boolean[] second) {
        this(classOf, classes, 2, second);
    }

    private SampleGroups(byte[] classOf, int classes, int parts, boolean[] second) {
        if (classes < 1 || classes > MOST_CLASSES) {
            throw new IllegalArgumentException("There must be between 1 and 128 classes, not " + classes + ".");
        }
        this.classes = classes;
        this.parts = parts;
        groups = classes * parts;
        groupOf = new int[classOf.length];
        int n = 0;
        for (int i = 0; i < classOf.length; i++) {
            if (classOf[i] >= classes) {
                throw new IllegalArgumentException(
                        "A sample is in a class beyond the %d there are, counted from 0.".formatted(classes));
            }
            n += classOf[i] >= 0 ? 1 : 0;
            groupOf[i] = classOf[i] < 0 ? -1 : classOf[i] + (second[i] ? classes : 0);
        }
        grouped = n;
        values = new double[n];
        counts = new int[Math.multiplyExact(groups, n)];
        others = new NonFinite(groups);
        made = new ClassRuns(classes, n);
        sortedRuns = new SortedRuns(singles, n);
    }

    /// Takes the values of a neuron in place of those before.
    ///
    /// @throws IllegalArgumentException when there is not one value a sample
    SampleGroups read(byte[] payload, Encoding encoding) {
        if (encoding == Encoding.F64) {
            return read(ActivationCodec.decode(payload, encoding));
        }
        check(ActivationCodec.values(payload, encoding));
        sorted = encoding == Encoding.F32 && classes == 2;
        finite = encoding == Encoding.F32 ? singles.sort(payload, groupOf) : readHalves(payload, encoding);
        if (encoding == Encoding.F32 && !sorted) {
            countSingles();
        }
        if (finite < grouped) {
            others.count(ActivationCodec.decode(payload, encoding), groupOf);
        } else {
            others.clear();
        }
        return this;
    }

    /// Takes the values of a neuron in place of those before.
    ///
    /// @throws IllegalArgumentException when there is not one value a sample
    SampleGroups read(double[] neuron) {
        check(neuron.length);
        sorted = false;
        readDoubles(neuron);
        others.count(neuron, groupOf);
        return this;
    }

    private void check(int given) {
        if (given != groupOf.length) {
            throw new IllegalArgumentException(
                    "There are %d values, but classes of %d samples.".formatted(given, groupOf.length));
        }
    }

    private int readHalves(byte[] payload, Encoding encoding) {
        runs = halves.read(payload, encoding, groupOf, values);
        Arrays.fill(counts, 0, runs * groups, 0);
        int n = halves.values();
        for (int i = 0; i < n; i++) {
            counts[halves.run(i) * groups + halves.tag(i)]++;
        }
        return n;
    }

    private void countSingles() {
        Arrays.fill(counts, 0, finite * groups, 0);
        var entries = singles.entries();
        int run = -1;
        long last = -1;
        for (int i = 0; i < finite; i++) {
            long entry = entries[i];
            long key = SingleOrder.key(entry);
            run += key == last ? 0 : 1;
            last = key;
            values[run] = singles.value(entry);
            counts[run * groups + SingleOrder.tag(entry)]++;
        }
        runs = run + 1;
    }

    private void readDoubles(double[] neuron) {
        int n = doubles.sort(neuron);
        int run = 0;
        int end;
        for (int start = 0; start < n; start = end) {
            end = doubles.endOfTie(start, n);
            boolean taken = false;
            for (int i = start; i < end; i++) {
                int group = groupOf[doubles.place(i)];
                if (group >= 0) {
                    if (!taken) {
                        values[run] = doubles.value(i);
                        Arrays.fill(counts, run * groups, (run + 1) * groups, 0);
                        taken = true;
                    }
                    counts[run * groups + group]++;
                }
            }
            run += taken ? 1 : 0;
        }
        runs = run;
    }

    /// The runs of all samples; true until the next are made.
    ClassRuns all() {
        return make(0, groups);
    }

    /// The runs of the first part or of the second; true until the next are made.
    ClassRuns part(int part) {
        return make(part * classes, (part + 1) * classes);
    }

    /// Of the groups from one on and before another; those of the same class are taken together.
    private ClassRuns make(int from, int to) {
        int n;
        if (sorted) {
            n = to - from == groups ? sortedRuns.all(finite, made) : sortedRuns.part(finite, from, to, made);
        } else {
            n = classes == 2 ? ofTwo(from, to) : ofMany(from, to);
        }
        made.end(n, others.nan(from, to), others.posInf(from, to), others.negInf(from, to));
        return made;
    }

    /// What [#ofMany] does, for two classes. Without a branch, for which values a part has cannot be foreseen.
    private int ofTwo(int from, int to) {
        var into = made.values();
        var first = made.upTo(0);
        var second = made.upTo(1);
        boolean all = to - from == groups;
        if (all && parts == 1) {
            return ofTwoGroups();
        }
        int upTo0 = 0;
        int upTo1 = 0;
        int run = 0;
        for (int i = 0, at = from; i < runs; i++, at += groups) {
            int before = upTo0 + upTo1;
            upTo0 += counts[at];
            upTo1 += counts[at + 1];
            if (all) {
                upTo0 += counts[at + 2];
                upTo1 += counts[at + 3];
            }
            into[run] = values[i];
            first[run + 1] = upTo0;
            second[run + 1] = upTo1;
            run += upTo0 + upTo1 == before ? 0 : 1;
        }
        return run;
    }

    private int ofTwoGroups() {
        System.arraycopy(values, 0, made.values(), 0, runs);
        var first = made.upTo(0);
        var second = made.upTo(1);
        int upTo0 = 0;
        int upTo1 = 0;
        for (int run = 0; run < runs; run++) {
            upTo0 += counts[2 * run];
            upTo1 += counts[2 * run + 1];
            first[run + 1] = upTo0;
            second[run + 1] = upTo1;
        }
        return runs;
    }

    private int ofMany(int from, int to) {
        var into = made.values();
        int run = 0;
        for (int i = 0; i < runs; i++) {
            into[run] = values[i];
            boolean any = false;
            for (int of = 0; of < classes; of++) {
                var upTo = made.upTo(of);
                int here = upTo[run];
                for (int group = from + of; group < to; group += classes) {
                    here += counts[i * groups + group];
                }
                upTo[run + 1] = here;
                any |= here > upTo[run];
            }
            run += any ? 1 : 0;
        }
        return run;
    }
}
