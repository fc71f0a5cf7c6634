package org.histogrid.tensor;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The samples x neurons seen in an array under a mapping of its axes, to be streamed neuron by neuron.
///
/// Floating-point values are stored as they came. Integers are stored in the smallest of [Dtype#F16], [Dtype#F32]
/// and [Dtype#F64] that holds every one of them exactly, truth values as 0 and 1 in [Dtype#F16].
///
/// It reads from the [ArrayFile] it was made of and is usable until that is closed.
public final class MatrixReader {

    /// How much a block takes on the heap at most, in bytes: 64 MiB.
    public static final int BLOCK_BYTES = 64 << 20;

    /// What an array costs besides its content: header, padding and the reference to it.
    private static final int ARRAY_OVERHEAD = 32;

    private final NpyFile file;
    private final MatrixLayout layout;
    private final Dtype source;
    private final Dtype stored;

    private MatrixReader(NpyFile file, MatrixLayout layout, Dtype source, Dtype stored) {
        this.file = file;
        this.layout = layout;
        this.source = source;
        this.stored = stored;
    }

    /// A reader of the values as the file declares them.
    ///
    /// @see #of(ArrayFile, List, Optional)
    public static MatrixReader of(ArrayFile file, List<Axis> axes) {
        return of(file, axes, Optional.empty());
    }

    /// A reader of a matrix. Integers of more than 8 bits and truth values are read once, to find the type to store.
    ///
    /// @param file     the open array
    /// @param axes     what each axis stands for, in order: one sample, one neuron, all others to drop
    /// @param override what 16-bit integers or raw 16-bit values really are: [Dtype#F16] or [Dtype#BF16]. The type
    ///                 the file declares anyway is allowed and changes nothing
    /// @throws UnreadableFile if the axes do not fit the shape; there are no samples or no neurons; there are more
    ///                        than 2,147,483,647 neurons or more samples than one block holds of a neuron; the
    ///                        values are text; the override does not fit them; they are raw and there is no
    ///                        truth value is neither 0 nor 1; or an integer has no exact 64-bit floating-point form
    public static MatrixReader of(ArrayFile file, List<Axis> axes, Optional<Dtype> override) {
        return switch (file) {
            case NpyFile npy -> of(npy, axes, override);
        };
    }

    private static MatrixReader of(NpyFile file, List<Axis> axes, Optional<Dtype> override) {
        MatrixLayout layout = MatrixLayout.of(file, axes);
        Dtype source = sourceType(file, override);
        var elements = new Elements(file.data(), source, file.order());
        // Before the scan too: no time is spent on what is refused anyway
        requireBlockHolds(file, layout.samples(), source.floating() ? source.bytes() : Dtype.F16.bytes());
        Dtype stored =
                source.floating() ? source : file.guarded(() -> new ExactFit(file.name(), elements, layout).smallest());
        requireBlockHolds(file, layout.samples(), stored.bytes());
        return new MatrixReader(file, layout, source, stored);
    }

    private static void requireBlockHolds(NpyFile file, long samples, int bytes) {
        long most = (BLOCK_BYTES - ARRAY_OVERHEAD) / bytes;
        if (samples > most) {
            throw new UnreadableFile(
                    file.name(),
                    "has " + Sentences.grouped(samples) + " samples; up to " + Sentences.grouped(most) + " of " + bytes
                            + " bytes each can be read.");
        }
    }

    private static Dtype sourceType(NpyFile file, Optional<Dtype> override) {
        Dtype declared = file.header().type().dtype();
        if (declared == Dtype.TEXT) {
            throw new UnreadableFile(file.name(), "holds text and no numbers.");
        }
        if (override.isPresent() && override.get() != declared) {
            Dtype meant = override.get();
            boolean bits = declared == Dtype.I16 || declared == Dtype.U16 || declared == Dtype.RAW16;
            if (!bits || (meant != Dtype.F16 && meant != Dtype.BF16)) {
                throw new UnreadableFile(
                        file.name(),
                        "holds " + declared.words() + ", which cannot be read as " + meant
                                + ": only 16-bit integers and raw 16-bit values can, as F16 or BF16.");
            }
            return meant;
        }
        if (declared == Dtype.RAW16) {
            throw new UnreadableFile(
                    file.name(), "holds raw 16-bit values (V2): give the dtype they have, BF16 (most likely) or F16.");
        }
        return declared;
    }

    /// How many samples there are, at least 1.
    public long samples() {
        return layout.samples();
    }

    /// How many neurons there are, at least 1.
    public int neurons() {
        return layout.neurons();
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
        return file.guarded(
                () -> new Elements(file.data(), source, file.order()).number(layout.position(sample, neuron)));
    }

    /// Streams all neurons in order, in blocks that take at most [#BLOCK_BYTES] on the heap.
    ///
    /// @see #forEachBlock(int, BlockSink)
    public void forEachBlock(BlockSink sink) {
        forEachBlock(BLOCK_BYTES, sink);
    }

    /// Streams all neurons in order, in blocks of neighbours. Each value of the file is read once, but a file that
    /// lies sample by sample is passed through once for every block: smaller blocks mean more passes.
    ///
    /// @param blockBytes how much a block may take on the heap, in bytes; a block has at least one neuron
    /// @param sink       takes the blocks one after another, in this thread
    /// @throws UnreadableFile           if the file was shortened after it was opened
    /// @throws IllegalArgumentException if `blockBytes` is not between 1 and [#BLOCK_BYTES]
    public void forEachBlock(int blockBytes, BlockSink sink) {
        if (blockBytes < 1 || blockBytes > BLOCK_BYTES) {
            throw new IllegalArgumentException("A block has between 1 and " + BLOCK_BYTES + " bytes");
        }
        var blocks = new Blocks(new Elements(file.data(), source, file.order()), layout, stored);
        int width = blockWidth(blockBytes);
        for (long first = 0; first < neurons(); first += width) {
            int firstNeuron = (int) first;
            int count = Math.min(width, neurons() - firstNeuron);
            byte[][] payloads = file.guarded(() -> blocks.read(firstNeuron, count));
            sink.accept(firstNeuron, payloads);
        }
    }

    private int blockWidth(int blockBytes) {
        long fitting = Math.max(1, blockBytes / (samples() * stored.bytes() + ARRAY_OVERHEAD));
        long wholeTiles = fitting < Blocks.WIDTH ? fitting : fitting - fitting % Blocks.WIDTH;
        return (int) Math.min(wholeTiles, neurons());
    }
}
