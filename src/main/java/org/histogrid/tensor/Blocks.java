package org.histogrid.tensor;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.List;
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

    /// Whether each part is one sample whose values are stored as they lie, so that [#stack] reads them.
    static boolean areRows(List<MatrixPart> parts, Dtype stored, Optional<Affine> affine) {
        return affine.isEmpty()
                && parts.size() > 1
                && parts.stream()
                        .allMatch(part -> part.layout().samples() == 1
                                && part.source() == stored
                                && part.tensor().type().bigEndian()
                                        == parts.getFirst().tensor().type().bigEndian());
    }

    /// Turns parts of one sample each, many at a time: the rows of a tile come from as many files.
    static void stack(List<MatrixPart> parts, Dtype stored, int first, MemorySegment[] vectors) {
        Tile tile = Tile.of(stored, parts.getFirst().tensor().type().order());
        for (int sample = 0; sample < parts.size(); sample += HEIGHT) {
            List<MatrixPart> rows = parts.subList(sample, Math.min(parts.size(), sample + HEIGHT));
            for (int j = 0; j < vectors.length; j += WIDTH) {
                int width = Math.min(WIDTH, vectors.length - j);
                for (int i = 0; i < rows.size(); i++) {
                    MatrixPart row = rows.get(i);
                    long position = row.layout().position(0, first + j);
                    if (row.layout().neuronStride() == 1) {
                        tile.load(row.tensor().data(), position, i, width);
                    } else {
                        tile.gather(row.tensor().data(), position, row.layout().neuronStride(), i, width);
                    }
                }
                for (int k = 0; k < width; k++) {
                    tile.store(k, rows.size(), vectors[j + k], sample);
                }
            }
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
        Tile tile = Tile.of(stored, elements.order());
        MemorySegment data = elements.data();
        for (long sample = 0; sample < layout.samples(); sample += HEIGHT) {
            int height = (int) Math.min(HEIGHT, layout.samples() - sample);
            for (int j = 0; j < vectors.length; j += WIDTH) {
                int width = Math.min(WIDTH, vectors.length - j);
                for (int i = 0; i < height; i++) {
                    long position = layout.position(sample + i, first + j);
                    if (layout.neuronStride() == 1) {
                        tile.load(data, position, i, width);
                    } else {
                        tile.gather(data, position, layout.neuronStride(), i, width);
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
