package org.histogrid.tensor;

import java.util.ArrayList;
import java.util.List;

/// What a pickle may hold. These are descriptions: nothing a pickle names is ever loaded or called.
sealed interface Pickled {

    /// Python's `None`.
    record Nothing() implements Pickled {}

    /// A string.
    record Text(String text) implements Pickled {}

    /// An integer of up to 64 bits.
    record Whole(long number) implements Pickled {}

    /// A float.
    record Real(double number) implements Pickled {}

    /// `True` or `False`.
    record Truth(boolean value) implements Pickled {}

    /// A bytes object.
    record Raw(byte[] bytes) implements Pickled {}

    /// A list or tuple, filled while the pickle is read.
    record Sequence(ArrayList<Pickled> items) implements Pickled {}

    /// A dictionary: keys and values in turn, filled while the pickle is read.
    record Mapping(ArrayList<Pickled> keysAndValues) implements Pickled {}

    /// Something of a Python module, by name, that is on the list of what may be named.
    record Global(String name) implements Pickled {}

    /// A numpy type, whose byte order comes after it.
    record NumpyType(String code, boolean bigEndian) implements Pickled {}

    /// Values stored beside the pickle.
    ///
    /// @param kind  the storage class, such as `FloatStorage`
    /// @param key   the name of the record that holds them
    /// @param count how many values of the kind there are
    record Storage(String kind, String key, long count) implements Pickled {}

    /// A tensor: a view of a storage.
    ///
    /// @param dtype the name of its type where the storage has none; else empty
    record View(Storage storage, String dtype, long offset, List<Long> shape, List<Long> strides) implements Pickled {}
}
