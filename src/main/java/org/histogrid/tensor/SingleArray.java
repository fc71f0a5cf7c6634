package org.histogrid.tensor;

import java.util.List;
import java.util.Optional;

/// A file of one array without a name.
record SingleArray(Origin origin, String format, MappedTensor tensor) implements SourceFile {

    @Override
    public String name() {
        return origin.name();
    }

    @Override
    public FileContents contents() {
        return new FileContents.Arrays(name(), format, List.of(tensor.info()), List.of());
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
