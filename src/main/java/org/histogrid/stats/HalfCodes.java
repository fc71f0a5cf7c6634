package org.histogrid.stats;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/// The different finite values among those of 16 bits of the samples that have a tag, in rising order. They are
/// not sorted: there are 65,536 codes, so it is enough to mark those that occur. Keeps its buffers from one
/// payload to the next; not for use by several threads.
final class HalfCodes {

    private static final int CODES = 1 << 16;
    private static final int SIZE_BITS = 0x7FFF;

    /// The size, sign aside, of the codes of infinity: above them are those that are not numbers
    private static final int INFINITY_F16 = 0x7C00;

    private static final int INFINITY_BF16 = 0x7F80;

    private short[] codes = {};
    private int[] places = {};
    private int[] tags = {};
    private final long[] marks = new long[CODES / Long.SIZE];
    private final int[] runOf = new int[CODES];
    private int values;

    /// Replaces what was read before.
    ///
    /// @param payload little-endian, of an encoding of 16 bits
    /// @param tagOf of each value; those with a negative one are left out
    /// @param into takes the different values
    /// @return how many different values there are
    int read(byte[] payload, Encoding encoding, int[] tagOf, double[] into) {
        reserve(tagOf.length);
        ByteBuffer.wrap(payload).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(codes, 0, tagOf.length);
        mark(tagOf, encoding == Encoding.F16 ? INFINITY_F16 : INFINITY_BF16);
        int runs = 0;
        for (int word = 0; word < marks.length; word++) {
            for (long left = marks[word]; left != 0; left &= left - 1) {
                int place = word * Long.SIZE + Long.numberOfTrailingZeros(left);
                runOf[place] = runs;
                into[runs++] = value(place, encoding);
            }
        }
        Arrays.fill(marks, 0);
        return runs;
    }

    /// Without a branch, for which values are left out cannot be foreseen.
    private void mark(int[] tagOf, int infinity) {
        int n = 0;
        for (int i = 0; i < tagOf.length; i++) {
            int size = codes[i] & SIZE_BITS;
            int sign = codes[i] >> 31;
            int tag = tagOf[i];
            // The sign of zero is lost here
            int place = (size ^ sign) - sign + CODES / 2;
            places[n] = place;
            tags[n] = tag;
            // Both differences are negative where the value is to be taken
            int taken = ((size - infinity) & ~tag) >>> 31;
            marks[place / Long.SIZE] |= (long) taken << place;
            n += taken;
        }
        values = n;
    }

    private static double value(int place, Encoding encoding) {
        int key = place - CODES / 2;
        int sign = key >> 31;
        int code = (key ^ sign) - sign | sign & CODES / 2;
        return encoding == Encoding.F16 ? Float.float16ToFloat((short) code) : Float.intBitsToFloat(code << 16);
    }

    /// How many values are finite and have a tag.
    int values() {
        return values;
    }

    /// The tag of one of the values, which are still in the order of their samples.
    int tag(int i) {
        return tags[i];
    }

    /// Which of the different values it is.
    int run(int i) {
        return runOf[places[i]];
    }

    private void reserve(int n) {
        if (codes.length < n) {
            codes = new short[n];
            places = new int[n];
            tags = new int[n];
        }
    }
}
