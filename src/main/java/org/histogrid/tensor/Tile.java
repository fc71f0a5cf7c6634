package org.histogrid.tensor;

import static org.histogrid.tensor.Blocks.HEIGHT;
import static org.histogrid.tensor.Blocks.WIDTH;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/// A tile of a matrix on its way from rows to columns. The three kinds differ only in the width of a value;
/// they are written out because the loops are the work.
sealed interface Tile {

    static Tile of(Dtype dtype, ByteOrder order) {
        return switch (dtype.bytes()) {
            case 2 -> new Shorts(order);
            case 4 -> new Ints(order);
            default -> new Longs(order);
        };
    }

    /// Takes a piece of a row.
    ///
    /// @param data     the array the piece is in
    /// @param position where it begins there, in elements
    void load(MemorySegment data, long position, int row, int width);

    /// Takes a piece of a row whose values do not lie side by side.
    ///
    /// @param data     the array the piece is in
    /// @param position where it begins there, in elements
    /// @param stride   elements from a value to the next
    void gather(MemorySegment data, long position, long stride, int row, int width);

    /// Gives a column away, little-endian.
    ///
    /// @param index where in the vector its first value belongs, in elements
    void store(int column, int height, MemorySegment vector, long index);

    final class Shorts implements Tile {

        private static final ValueLayout.OfShort LITTLE = Elements.shorts(ByteOrder.LITTLE_ENDIAN);

        private final ValueLayout.OfShort layout;
        private final short[] tile = new short[HEIGHT * WIDTH];
        private final short[] line = new short[HEIGHT];

        Shorts(ByteOrder order) {
            this.layout = Elements.shorts(order);
        }

        @Override
        public void load(MemorySegment data, long position, int row, int width) {
            MemorySegment.copy(data, layout, 2 * position, tile, row * WIDTH, width);
        }

        @Override
        public void gather(MemorySegment data, long position, long stride, int row, int width) {
            for (int i = 0; i < width; i++) {
                tile[row * WIDTH + i] = data.get(layout, 2 * (position + i * stride));
            }
        }

        @Override
        public void store(int column, int height, MemorySegment vector, long index) {
            for (int i = 0; i < height; i++) {
                line[i] = tile[i * WIDTH + column];
            }
            MemorySegment.copy(line, 0, vector, LITTLE, 2 * index, height);
        }
    }

    final class Ints implements Tile {

        private static final ValueLayout.OfInt LITTLE = Elements.ints(ByteOrder.LITTLE_ENDIAN);

        private final ValueLayout.OfInt layout;
        private final int[] tile = new int[HEIGHT * WIDTH];
        private final int[] line = new int[HEIGHT];

        Ints(ByteOrder order) {
            this.layout = Elements.ints(order);
        }

        @Override
        public void load(MemorySegment data, long position, int row, int width) {
            MemorySegment.copy(data, layout, 4 * position, tile, row * WIDTH, width);
        }

        @Override
        public void gather(MemorySegment data, long position, long stride, int row, int width) {
            for (int i = 0; i < width; i++) {
                tile[row * WIDTH + i] = data.get(layout, 4 * (position + i * stride));
            }
        }

        @Override
        public void store(int column, int height, MemorySegment vector, long index) {
            for (int i = 0; i < height; i++) {
                line[i] = tile[i * WIDTH + column];
            }
            MemorySegment.copy(line, 0, vector, LITTLE, 4 * index, height);
        }
    }

    final class Longs implements Tile {

        private static final ValueLayout.OfLong LITTLE = Elements.longs(ByteOrder.LITTLE_ENDIAN);

        private final ValueLayout.OfLong layout;
        private final long[] tile = new long[HEIGHT * WIDTH];
        private final long[] line = new long[HEIGHT];

        Longs(ByteOrder order) {
            this.layout = Elements.longs(order);
        }

        @Override
        public void load(MemorySegment data, long position, int row, int width) {
            MemorySegment.copy(data, layout, 8 * position, tile, row * WIDTH, width);
        }

        @Override
        public void gather(MemorySegment data, long position, long stride, int row, int width) {
            for (int i = 0; i < width; i++) {
                tile[row * WIDTH + i] = data.get(layout, 8 * (position + i * stride));
            }
        }

        @Override
        public void store(int column, int height, MemorySegment vector, long index) {
            for (int i = 0; i < height; i++) {
                line[i] = tile[i * WIDTH + column];
            }
            MemorySegment.copy(line, 0, vector, LITTLE, 8 * index, height);
        }
    }
}
