package org.histogrid.tensor;

import java.util.List;

/// Elements from an entry of an axis to the next, for each axis of a shape. Products of declared lengths were
/// checked against the bytes there are before; where an axis has length zero, no value exists and strides mean
/// nothing.
final class Strides {

    private Strides() {}

    /// The last axis runs fastest.
    static long[] c(List<Long> shape) {
        long[] strides = new long[shape.size()];
        long stride = 1;
        for (int axis = shape.size() - 1; axis >= 0; axis--) {
            strides[axis] = stride;
            stride *= shape.get(axis);
        }
        return strides;
    }

    /// The first axis runs fastest.
    static long[] fortran(List<Long> shape) {
        long[] strides = new long[shape.size()];
        long stride = 1;
        for (int axis = 0; axis < shape.size(); axis++) {
            strides[axis] = stride;
            stride *= shape.get(axis);
        }
        return strides;
    }
}
