package org.histogrid.tensor;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import org.histogrid.tensor.Pickled.NumpyType;
import org.histogrid.tensor.Pickled.Raw;

/// A single number of numpy in a pickle.
final class NumpyScalar {

    /// Of the widest number.
    static final int MOST_BYTES = 16;

    private NumpyScalar() {}

    static Pickled read(Origin origin, Pickled type, Pickled value) {
        if (type instanceof NumpyType(String code, boolean bigEndian) && value instanceof Raw(byte[] bytes)) {
            ElementType element = NpyDescr.parse(origin.name(), (bigEndian ? ">" : "<") + code);
            Dtype dtype = element.dtype();
            if (element.width() == bytes.length && dtype != Dtype.TEXT && dtype != Dtype.RAW16) {
                Elements elements = new Elements(
                        MemorySegment.ofArray(bytes),
                        dtype,
                        bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
                if (dtype == Dtype.BOOL) {
                    return new Pickled.Truth(elements.integer(0) != 0);
                }
                return dtype.wholeNumbers() && !(dtype == Dtype.U64 && elements.integer(0) < 0)
                        ? new Pickled.Whole(elements.integer(0))
                        : new Pickled.Real(elements.number(0));
            }
        }
        throw origin.refused("holds a numpy value that is no plain number.");
    }
}
