package org.histogrid.tensor;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The samples x neurons seen in an array under a mapping of its axes, to be streamed neuron by neuron.
///
/// Floating-point values are stored as they came. Integers are stored in the smallest of [Dtype#F16],
/// [Dtype#F32] and [Dtype#F64] that holds every one of them exactly, truth values as 0 and 1 in [Dtype#F16].
///
/// It reads from the [Tensor]s it was made of and is usable until their file is closed.
public final class MatrixReader {

    /// How much a block takes on the heap at most, in bytes, unless one neuron alone takes more: 64 MiB.
    public static final int BLOCK_BYTES = 64 << 20;

    /// What one neuron may take, in bytes: 128 MiB, which is 16 million samples of 8 bytes.
    private static final int MOST_NEURON_BYTES = 128 << 20;

    /// What an array costs besides its content: header, padding and the reference to it.
    private static final int ARRAY_OVERHEAD = 32;

    private final List<MatrixPart> parts;
    private final Optional<Affine> affine;
    private final long samples;
    private final Dtype stored;
    private final boolean rows;

    private MatrixReader(List<MatrixPart> parts, Optional<Affine> affine, long samples, Dtype stored) {
        this.parts = parts;
        this.affine = affine;
        this.samples = samples;
        this.stored = stored;
        this.rows = Blocks.areRows(parts, stored, affine);
    }

    /// A reader of the values as the file declares them.
    ///
    /// @see #of(List, List, Reading)
    public static MatrixReader of(Tensor tensor, List<Axis> axes) {
        return of(List.of(tensor), axes, Reading.PLAIN);
    }

    /// A reader of one array.
    ///
    /// @see #of(List, List, Reading)
    public static MatrixReader of(Tensor tensor, List<Axis> axes, Optional<Dtype> override) {
        return of(List.of(tensor), axes, Reading.as(override));
    }

    /// A reader of a matrix that lies in one array or in several. Integers of more than 8 bits and truth values
    /// are read once, to find the type to store.
    ///
    /// @param tensors the arrays in the order of their samples, at least one. With an axis of samples they are
    ///                concatenated along it; without, each is one sample
    /// @param axes    what each axis of each array stands for, in order: one neuron, at most one sample and one
    ///                layer, all others to drop
    /// @param reading how the values are to be understood
    /// @throws UnreadableFile if the axes do not fit a shape; there are no samples or no neurons; the arrays
    ///                        differ in their neurons; there are more than 2,147,483,647 neurons or more
    ///                        samples than 128 MiB hold of a neuron; there is no such layer; the values are
    ///                        text; the type asked for does not fit them; they are raw and no type was given;
    ///                        scales or offsets are not one a neuron; a truth value is neither 0 nor 1; or an
    ///                        integer has no exact 64-bit floating-point form
    public static MatrixReader of(List<Tensor> tensors, List<Axis> axes, Reading reading) {
        if (tensors.isEmpty()) {
            throw new IllegalArgumentException("A matrix has at least one array");
        }
        List<MatrixPart> parts = new ArrayList<>(tensors.size());
        long samples = 0;
        for (Tensor tensor : tensors) {
            MatrixPart part = MatrixPart.of(tensor, axes, reading, samples);
            requireSameNeurons(parts, part);
            parts.add(part);
            samples += part.layout().samples();
        }
        MatrixPart first = parts.getFirst();
        reading.affine()
                .ifPresent(affine ->
                        affine.requireFor(first.tensor(), first.layout().neurons()));
        // Before the integers are read: no time is spent on what is refused anyway
        requireFits(first, samples, reading.affine().isPresent() ? Dtype.F32.bytes() : first.fewestBytes());
        Dtype stored = reading.affine().isPresent() ? Dtype.F32 : smallest(parts);
        requireFits(first, samples, stored.bytes());
        return new MatrixReader(List.copyOf(parts), reading.affine(), samples, stored);
    }

    private static Dtype smallest(List<MatrixPart> parts) {
        Dtype stored = parts.getFirst().smallest();
        for (MatrixPart part : parts) {
            Dtype next = part.smallest();
            if (next.bytes() == stored.bytes() && next != stored) {
                // Neither of the two 16-bit types holds all of the other's values
                stored = Dtype.F32;
            } else if (next.bytes() > stored.bytes()) {
                stored = next;
            }
        }
        return stored;
    }

    private static void requireSameNeurons(List<MatrixPart> parts, MatrixPart next) {
        if (!parts.isEmpty()
                && parts.getFirst().layout().neurons() != next.layout().neurons()) {
            throw next.tensor()
                    .refused("has " + Sentences.counted(next.layout().neurons(), "neuron") + ", but "
                            + parts.getFirst().tensor().origin().name() + " has "
                            + Sentences.grouped(parts.getFirst().layout().neurons())
                            + ": they are no parts of one matrix.");
        }
    }

    private static void requireFits(MatrixPart part, long samples, int bytes) {
        long most = (MOST_NEURON_BYTES - ARRAY_OVERHEAD) / bytes;
        if (samples > most) {
            throw part.tensor()
                    .refused("has " + Sentences.grouped(samples) + " samples; up to " + Sentences.grouped(most) + " of "
                            + bytes + " bytes each can be read.");
        }
    }

    /// How many samples there are, at least 1.
    public long samples() {
        return samples;
    }

    /// How many neurons there are, at least 1.
    public int neurons() {
        return parts.getFirst().layout().neurons();
    }

    /// The type of the payloads: one of the four floating-point types.
    public Dtype stored() {
        return stored;
    }

    /// One value, exactly.
    ///
    /// @param sample the sample, from 0
    /// @param neuron the neuron, from 0
    /// @throws IndexOutOfBoundsException if there is no such sample or neuron
    public double value(long sample, int neuron) {
        Objects.checkIndex(sample, samples());
        Objects.checkIndex(neuron, neurons());
        MatrixPart part = part(sample);
        double value = part.tensor()
                .origin()
                .guarded(() -> part.elements().number(part.layout().position(sample - part.firstSample(), neuron)));
        return affine.map(function -> (double) (float) function.apply(neuron, value))
                .orElse(value);
    }

    private MatrixPart part(long sample) {
        int low = 0;
        int high = parts.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (parts.get(middle).firstSample() <= sample) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return parts.get(low);
    }

    /// Streams all neurons in order, in blocks that take at most [#BLOCK_BYTES] on the heap.
    ///
    /// @see #forEachBlock(int, BlockSink)
    public void forEachBlock(BlockSink sink) {
        forEachBlock(BLOCK_BYTES, sink);
    }

    /// Streams all neurons in order, in blocks of neighbours. Each value of the file is read once, but a file
    /// that lies sample by sample is passed through once for every block: smaller blocks mean more passes.
    ///
    /// @param blockBytes how much a block may take on the heap, in bytes; a block has at least one neuron
    /// @param sink       takes the blocks one after another, in this thread
    /// @throws UnreadableFile           if the file was shortened after it was opened
    /// @throws IllegalArgumentException if `blockBytes` is not between 1 and [#BLOCK_BYTES]
    public void forEachBlock(int blockBytes, BlockSink sink) {
        if (blockBytes < 1 || blockBytes > BLOCK_BYTES) {
            throw new IllegalArgumentException("A block has between 1 and " + BLOCK_BYTES + " bytes");
        }
        int width = blockWidth(blockBytes);
        for (long first = 0; first < neurons(); first += width) {
            int firstNeuron = (int) first;
            sink.accept(firstNeuron, block(firstNeuron, Math.min(width, neurons() - firstNeuron)));
        }
    }

    private byte[][] block(int first, int count) {
        byte[][] payloads = new byte[count][Math.toIntExact(samples * stored.bytes())];
        MemorySegment[] vectors = new MemorySegment[count];
        for (int j = 0; j < count; j++) {
            vectors[j] = MemorySegment.ofArray(payloads[j]);
        }
        if (rows) {
            return parts.getFirst().tensor().origin().guarded(() -> {
                Blocks.stack(parts, stored, first, vectors);
                return payloads;
            });
        }
        for (MatrixPart part : parts) {
            part.tensor().origin().guarded(() -> {
                new Blocks(part, stored, affine).read(first, vectors);
                return stored;
            });
        }
        return payloads;
    }

    private int blockWidth(int blockBytes) {
        long fitting = Math.max(1, blockBytes / (samples() * stored.bytes() + ARRAY_OVERHEAD));
        long wholeTiles = fitting < Blocks.WIDTH ? fitting : fitting - fitting % Blocks.WIDTH;
        return (int) Math.min(wholeTiles, neurons());
    }
}
