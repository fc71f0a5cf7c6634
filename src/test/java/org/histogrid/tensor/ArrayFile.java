package org.histogrid.tensor;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// An open file of one array.
public final class ArrayFile implements AutoCloseable {

    private final OpenedFile file;
    private final Tensor tensor;

    private ArrayFile(OpenedFile file) {
        this.file = file;
        this.tensor = file.entries().getFirst().tensor(Optional.empty());
    }

    public static ArrayFile open(Path path, String name) {
        OpenedFile file = OpenedFile.open(path, name, TestFiles.workspace());
        try {
            return new ArrayFile(file);
        } catch (RuntimeException e) {
            file.close();
            throw e;
        }
    }

    public Tensor tensor() {
        return tensor;
    }

    TensorInfo info() {
        return tensor.info();
    }

    long size() {
        return tensor.size();
    }

    List<String> texts() {
        return tensor.texts();
    }

    long[] integers() {
        return tensor.integers();
    }

    double value(long index) {
        return tensor.value(index);
    }

    @Override
    public void close() {
        file.close();
    }
}
