package org.histogrid.tensor;

import java.util.List;
import java.util.Optional;

/// An .npy file (format 1.0, 2.0 or 3.0): one array without a name.
final class NpyFile implements SourceFile {

    private final Origin origin;
    private final MappedTensor tensor;

    NpyFile(Origin origin) {
        this.origin = origin;
        this.tensor = array(origin, Optional.empty());
    }

    /// The array in an .npy file, or in a member of an archive of them.
    ///
    /// @throws UnreadableFile if it is damaged, longer or shorter than its header declares, or holds values of
    ///                        a kind that is not read (Python objects, records, complex numbers, long doubles)
    static MappedTensor array(Origin origin, Optional<String> tensor) {
        NpyHeader header = origin.guarded(() -> NpyHeader.read(origin.bytes(), origin.name()));
        List<Long> shape = header.shape();
        return new MappedTensor(
                origin,
                tensor,
                shape,
                header.fortran() ? Strides.fortran(shape) : Strides.c(shape),
                header.type(),
                origin.bytes().asSlice(header.dataOffset(), header.dataBytes()));
    }

    @Override
    public String name() {
        return origin.name();
    }

    @Override
    public FileContents contents() {
        return new FileContents.Arrays(name(), "NumPy array", List.of(tensor.info()), List.of());
    }

    @Override
    public Tensor tensor(Optional<String> wanted) {
        return Named.only(origin, tensor, wanted);
    }

    @Override
    public Table table() {
        throw Named.noTable(origin, "an array");
    }
}
