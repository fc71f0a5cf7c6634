package org.histogrid.tensor;

import java.util.List;

/// Some consecutive samples of a matrix: all of them, or those of one file of several.
///
/// @param tensor      the array they are in
/// @param layout      where its values lie
/// @param source      the type its values are taken as
/// @param firstSample the number of its first sample in the matrix
record MatrixPart(MappedTensor tensor, MatrixLayout layout, Dtype source, long firstSample) {

    static MatrixPart of(Tensor tensor, List<Axis> axes, Reading reading, long firstSample) {
        return switch (tensor) {
            case MappedTensor mapped ->
                new MatrixPart(
                        mapped,
                        MatrixLayout.of(mapped, axes, reading.layer()),
                        sourceType(mapped, reading),
                        firstSample);
            case ListedTensor listed ->
                throw new UnreadableFile(
                        listed.info().file(), listed.info().tensor(), "is a list of values and no matrix.");
        };
    }

    private static Dtype sourceType(MappedTensor tensor, Reading reading) {
        Dtype declared = tensor.type().dtype();
        if (declared == Dtype.TEXT) {
            throw tensor.refused("holds text and no numbers.");
        }
        if (reading.affine().isPresent() && (declared.floating() || declared == Dtype.RAW16)) {
            throw tensor.refused("holds " + declared.words() + "; scales and offsets belong to integers.");
        }
        Dtype meant = reading.dtype().orElse(declared);
        if (meant != declared) {
            boolean bits = declared == Dtype.I16 || declared == Dtype.U16 || declared == Dtype.RAW16;
            if (!bits || (meant != Dtype.F16 && meant != Dtype.BF16)) {
                throw tensor.refused("holds " + declared.words() + ", which cannot be read as " + meant
                        + ": only 16-bit integers and raw 16-bit values can, as F16 or BF16.");
            }
            return meant;
        }
        if (declared == Dtype.RAW16) {
            throw tensor.refused("holds raw 16-bit values (V2): give the dtype they have, BF16 (most likely) or F16.");
        }
        return declared;
    }

    Elements elements() {
        return new Elements(tensor.data(), source, tensor.type().order());
    }

    /// The smallest of the floating-point types that holds every value exactly. Integers of more than 8 bits
    /// and truth values are read for it.
    Dtype smallest() {
        if (source.floating()) {
            return source == tensor.type().dtype() ? tensor.narrowest() : source;
        }
        return tensor.origin().guarded(() -> new ExactFit(this).smallest());
    }

    /// The smallest type this might turn out to need, known without reading.
    int fewestBytes() {
        return source.floating() ? smallest().bytes() : Dtype.F16.bytes();
    }
}
