package org.histogrid.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.histogrid.tensor.FormatFiles;

/// How fast a matrix of 2,000 samples x 4,096 neurons of 32-bit floats is read out of a file of each format,
/// from opening it to the last vector, in megabytes of values a second; beside reading all bytes of the .npy
/// file, which like all others is in the page cache. What is unpacked is unpacked anew each time; HDF5 and
/// Parquet start a process of their own.
public final class FormatBench {

    private static final int SAMPLES = 2_000;
    private static final int NEURONS = 4_096;
    private static final int ROUNDS = 5;
    private static final String TOUCH = "page cache, all bytes read";

    private FormatBench() {}

    public static void main(String[] args) throws Exception {
        var folder = Files.createTempDirectory("histogrid-format-bench");
        try {
            var files = new FormatFiles(folder, SAMPLES, NEURONS);
            var rounds = new Rounds(ROUNDS).warmUp(2).items("bytes", files.bytes());
            var written = files.write();
            var npy = written.get(".npy");
            rounds.add(TOUCH, () -> FormatFiles.touch(npy));
            written.forEach((title, path) -> rounds.add(title, () -> {
                var unpacked = Files.createTempDirectory(folder, "unpacked");
                try {
                    return FormatFiles.read(path, unpacked);
                } finally {
                    delete(unpacked);
                }
            }));
            System.out.println(rounds.run().table(TOUCH));
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
