package org.histogrid.tensor.child;

import io.jhdf.HdfFile;
import io.jhdf.exceptions.HdfException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What the child does with an HDF5 file.
final class Hdf5Reading {

    private Hdf5Reading() {}

    /// Names the arrays of a file.
    ///
    /// @param most how many bytes an array may have
    static ChildAnswer describe(Path path, long most) throws IOException {
        try (HdfFile file = open(path)) {
            Hdf5Walk walk = new Hdf5Walk(file, most);
            long base = file.getUserBlockSize();
            List<ChildAnswer.Dataset> datasets = new ArrayList<>();
            walk.datasets().forEach((name, dataset) -> {
                Hdf5Type type = dataset.type();
                datasets.add(new ChildAnswer.Dataset(
                        name, type.dtype(), dataset.shape(), type.bigEndian(), dataset.bytes(), dataset.offset(base)));
            });
            return new ChildAnswer.Arrays(datasets, walk.problems());
        }
    }

    /// Writes the values of an array to the folder.
    ///
    /// @param index its place in the description
    static ChildAnswer extract(Path path, long most, int index, Path folder) throws IOException {
        try (HdfFile file = open(path)) {
            List<Map.Entry<String, Hdf5Dataset>> datasets =
                    List.copyOf(new Hdf5Walk(file, most).datasets().entrySet());
            Map.Entry<String, Hdf5Dataset> wanted = datasets.get(index);
            try {
                new Hdf5Values(file.getHdfBackingStorage(), path, wanted.getValue(), most)
                        .write(folder.resolve(ChildAnswer.Values.FILE));
            } catch (Refusal refusal) {
                throw Refusal.of(wanted.getKey(), refusal.reason());
            } catch (HdfException | IllegalArgumentException | IndexOutOfBoundsException | ArithmeticException e) {
                e.printStackTrace();
                throw Refusal.of(wanted.getKey(), "is damaged, or written in a way that is not read.");
            }
            return new ChildAnswer.Values();
        }
    }

    private static HdfFile open(Path path) throws IOException {
        HdfFile file = new HdfFile(path);
        long end = file.getHdfBackingStorage().getSuperblock().getEndOfFileAddress();
        long size = Files.size(path);
        // HDF5 itself refuses such a file too: what is missing may be anywhere in it
        if (end > size || end < 0) {
            file.close();
            throw new Refusal("is cut short: it should hold " + end + " bytes and holds " + size + ".");
        }
        return file;
    }
}
