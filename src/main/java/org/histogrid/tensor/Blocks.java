package org.histogrid.tensor;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Optional;

/// Reads blocks of neighbouring neurons out of a mapped matrix as little-endian vectors.
///
/// What lies neuron by neuron is copied. What lies sample by sample is turned in tiles of 256 samples x 64
/// neurons, which stay in the nearest caches: a plain strided loop touches a new cache line, and often a new
/// page, for each value. Tiles follow each other along the neurons first, so that a block goes through the file
/// once from start to end and no page of a file larger than memory is fetched twice for it.
final class Blocks {

    /// Neurons of a tile.
    static final int WIDTH = 64;

    /// Samples of a tile. Four times as many as neurons measures 1.3 times as fast as a square: longer runs are
    /// written.
    static final int HEIGHT = 256;

    private final MatrixPart part;
    private final Elements elements;
    private final MatrixLayout layout;
    private final Dtype stored;
    private final Optional<Affine> affine;

    Blocks(MatrixPart part, Dtype stored, Optional<Affine> affine) {
        this.part = part;
        this.elements = part.elements();
        this.layout = part.layout();
        this.stored = stored;
        this.affine = affine;
    }

    /// Fills the part's samples into vectors of all samples, one vector a neuron from the first on.
    void read(int first, MemorySegment[] vectors) {
        if (elements.dtype() != stored || affine.isPresent()) {
            convert(first, vectors);
        } else if (layout.sampleStride() == 1) {
            copy(first, vectors);
        } else {
            turn(first, vectors);
        }
    }

    private void copy(int first, MemorySegment[] vectors) {
        ValueLayout from = unit(elements.order());
        ValueLayout to = unit(ByteOrder.LITTLE_ENDIAN);
        for (int j = 0; j < vectors.length; j++) {
            long offset = layout.position(0, first + j) * stored.bytes();
            long target = part.firstSample() * stored.bytes();
            MemorySegment.copy(elements.data(), from, offset, vectors[j], to, target, layout.samples());
        }
    }

    private ValueLayout unit(ByteOrder order) {
        return switch (stored.bytes()) {
            case 2 -> Elements.shorts(order);
            case 4 -> Elements.ints(order);
            default -> Elements.longs(order);
        };
    }

    private void turn(int first, MemorySegment[] vectors) {
        Tile tile = switch (stored.bytes()) {
            case 2 -> new Tile.Shorts(elements);
            case 4 -> new Tile.Ints(elements);
            default -> new Tile.Longs(elements);
        };
        for (long sample = 0; sample < layout.samples(); sample += HEIGHT) {
            int height = (int) Math.min(HEIGHT, layout.samples() - sample);
            for (int j = 0; j < vectors.length; j += WIDTH) {
                int width = Math.min(WIDTH, vectors.length - j);
                for (int i = 0; i < height; i++) {
                    long position = layout.position(sample + i, first + j);
                    if (layout.neuronStride() == 1) {
                        tile.load(position, i, width);
                    } else {
                        tile.gather(position, layout.neuronStride(), i, width);
                    }
                }
                for (int k = 0; k < width; k++) {
                    tile.store(k, height, vectors[j + k], part.firstSample() + sample);
                }
            }
        }
    }

    /// To another type; exact where no scale is given, as the stored type was chosen so.
    private void convert(int first, MemorySegment[] vectors) {
        double[] tile = new double[WIDTH * HEIGHT];
        Affine function = affine.orElse(null);
        for (long sample = 0; sample < layout.samples(); sample += HEIGHT) {
            int height = (int) Math.min(HEIGHT, layout.samples() - sample);
            for (int j = 0; j < vectors.length; j += WIDTH) {
                int width = Math.min(WIDTH, vectors.length - j);
                for (int i = 0; i < height; i++) {
                    for (int k = 0; k < width; k++) {
                        int neuron = first + j + k;
                        double number = elements.number(layout.position(sample + i, neuron));
                        tile[k * HEIGHT + i] = function == null ? number : function.apply(neuron, number);
                    }
                }
                for (int k = 0; k < width; k++) {
                    for (int i = 0; i < height; i++) {
                        encode(vectors[j + k], part.firstSample() + sample + i, tile[k * HEIGHT + i]);
                    }
                }
            }
        }
    }

    private void encode(MemorySegment vector, long index, double number) {
        ByteOrder little = ByteOrder.LITTLE_ENDIAN;
        switch (stored) {
            case F16 -> vector.set(Elements.shorts(little), 2 * index, Float.floatToFloat16((float) number));
            case F32 -> vector.set(Elements.ints(little), 4 * index, Float.floatToRawIntBits((float) number));
            case F64 -> vector.set(Elements.longs(little), 8 * index, Double.doubleToRawLongBits(number));
            default -> throw new IllegalStateException("nothing is converted to " + stored);
        }
    }
}
