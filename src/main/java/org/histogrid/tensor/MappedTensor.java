package org.histogrid.tensor;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An array whose values lie in a mapped file at fixed strides.
final class MappedTensor implements Tensor {

    private final Origin origin;
    private final Optional<String> tensor;
    private final List<Long> shape;
    private final long[] strides;
    private final ElementType type;
    private final MemorySegment data;
    private final Dtype narrowest;

    /// @param tensor  its name in the file, if it has one
    /// @param shape   the length of each axis
    /// @param strides elements from an entry of each axis to the next; with the shape they stay within the
    ///                data, which whoever makes this has checked
    /// @param data    the values, beginning with the first
    MappedTensor(
            Origin origin,
            Optional<String> tensor,
            List<Long> shape,
            long[] strides,
            ElementType type,
            MemorySegment data) {
        this(origin, tensor, shape, strides, type, data, type.dtype());
    }

    private MappedTensor(
            Origin origin,
            Optional<String> tensor,
            List<Long> shape,
            long[] strides,
            ElementType type,
            MemorySegment data,
            Dtype narrowest) {
        this.origin = origin;
        this.tensor = tensor;
        this.shape = List.copyOf(shape);
        this.strides = strides.clone();
        this.type = type;
        this.data = data;
        this.narrowest = narrowest;
    }

    /// An array in C order that a reader wrote to a scratch file, little-endian.
    static MappedTensor scratch(
            Origin origin, Optional<String> tensor, List<Long> shape, Dtype dtype, MemorySegment data) {
        return new MappedTensor(origin, tensor, shape, Strides.c(shape), ElementType.little(dtype), data);
    }

    /// The same, stored in a smaller floating-point type, which its maker knows to hold every value exactly.
    MappedTensor narrowed(Dtype smaller) {
        return new MappedTensor(origin, tensor, shape, strides, type, data, smaller);
    }

    /// A part of a matrix: neighbouring columns.
    MappedTensor columns(int first, int count) {
        if (first == 0 && count == shape.getLast()) {
            return this;
        }
        List<Long> part = List.of(shape.getFirst(), (long) count);
        return new MappedTensor(
                origin, tensor, part, strides, type, data.asSlice(first * strides[1] * type.width()), narrowest);
    }

    Origin origin() {
        return origin;
    }

    List<Long> shape() {
        return shape;
    }

    long stride(int axis) {
        return strides[axis];
    }

    ElementType type() {
        return type;
    }

    MemorySegment data() {
        return data;
    }

    /// The floating-point type that holds every value exactly, where the maker knows a smaller one; else the
    /// type of the values.
    Dtype narrowest() {
        return narrowest;
    }

    Elements elements() {
        return new Elements(data, type.dtype(), type.order());
    }

    @Override
    public TensorInfo info() {
        return new TensorInfo(
                origin.name(), tensor, shape, type.dtype(), layout(), type.bigEndian(), size() * type.width());
    }

    private String layout() {
        if (Arrays.equals(strides, Strides.c(shape))) {
            return "C";
        }
        return Arrays.equals(strides, Strides.fortran(shape)) ? "Fortran" : "strided";
    }

    @Override
    public long size() {
        return shape.contains(0L) ? 0 : shape.stream().reduce(1L, Math::multiplyExact);
    }

    @Override
    public List<String> texts() {
        return origin.guarded(() -> new TensorVector(this).texts());
    }

    @Override
    public long[] integers() {
        return origin.guarded(() -> new TensorVector(this).integers());
    }

    @Override
    public double value(long index) {
        Objects.checkIndex(index, size());
        if (type.dtype() == Dtype.TEXT || type.dtype() == Dtype.RAW16) {
            throw refused("holds " + type.dtype().words() + " and no numbers.");
        }
        return origin.guarded(() -> elements().number(position(index)));
    }

    private long position(long rowMajorIndex) {
        long rest = rowMajorIndex;
        long position = 0;
        for (int axis = strides.length - 1; axis >= 0; axis--) {
            long length = shape.get(axis);
            position += rest % length * strides[axis];
            rest /= length;
        }
        return position;
    }

    UnreadableFile refused(String restOfSentence) {
        return new UnreadableFile(origin.name(), tensor, restOfSentence);
    }

    UnreadableFile refused(String restOfSentence, long row, @Nullable String column) {
        return new UnreadableFile(origin.name(), tensor, restOfSentence, row, column);
    }
}
