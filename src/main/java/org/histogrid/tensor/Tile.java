package org.histogrid.tensor;

import static org.histogrid.tensor.Blocks.HEIGHT;
import static org.histogrid.tensor.Blocks.WIDTH;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/// A tile of a matrix on its way from rows to columns. The three kinds differ only in the width of a value;
/// they are written out because the loops are the work.
sealed interface Tile {

    /// Takes a piece of a row.
    ///
    /// @param position where the piece begins in the matrix, in elements
    void load(long position, int row, int width);

    /// Takes a piece of a row whose values do not lie side by side.
    ///
    /// @param position where the piece begins in the matrix, in elements
    /// @param stride   elements from a value to the next
    void gather(long position, long stride, int row, int width);

    /// Gives a column away, little-endian.
    ///
    /// @param index where in the vector its first value belongs, in elements
    void store(int column, int height, MemorySegment vector, long index);

    final class Shorts implements Tile {

        private static final ValueLayout.OfShort LITTLE = Elements.shorts(ByteOrder.LITTLE_ENDIAN);

        private final MemorySegment data;
        private final ValueLayout.OfShort layout;
        private final short[] tile = new short[HEIGHT * WIDTH];
        private final short[] line = new short[HEIGHT];

        Shorts(Elements elements) {
            this.data = elements.data();
            this.layout = Elements.shorts(elements.order());
        }

        @Override
        public void load(long position, int row, int width) {
            MemorySegment.copy(data, layout, 2 * position, tile, row * WIDTH, width);
        }

        @Override
        public void gather(long position, long stride, int row, int width) {
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

        private final MemorySegment data;
        private final ValueLayout.OfInt layout;
        private final int[] tile = new int[HEIGHT * WIDTH];
        private final int[] line = new int[HEIGHT];

        Ints(Elements elements) {
            this.data = elements.data();
            this.layout = Elements.ints(elements.order());
        }

        @Override
        public void load(long position, int row, int width) {
            MemorySegment.copy(data, layout, 4 * position, tile, row * WIDTH, width);
        }

        @Override
        public void gather(long position, long stride, int row, int width) {
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

        private final MemorySegment data;
        private final ValueLayout.OfLong layout;
        private final long[] tile = new long[HEIGHT * WIDTH];
        private final long[] line = new long[HEIGHT];

        Longs(Elements elements) {
            this.data = elements.data();
            this.layout = Elements.longs(elements.order());
        }

        @Override
        public void load(long position, int row, int width) {
            MemorySegment.copy(data, layout, 8 * position, tile, row * WIDTH, width);
        }

        @Override
        public void gather(long position, long stride, int row, int width) {
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
