package org.histogrid.tensor.child;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The child process: reads one file, writes its answer into the folder it works in, and ends. It ends at once
/// when the server does, which it notices by the end of its input.
public final class ChildMain {

    /// Describe the arrays of an HDF5 file. Arguments: the file, and how many bytes an array may have.
    public static final String DESCRIBE_HDF5 = "describe-hdf5";

    /// Extract an array of an HDF5 file. Arguments as to describe it, and the number of the array in the
    /// description.
    public static final String EXTRACT_HDF5 = "extract-hdf5";

    /// Convert a Parquet file. Arguments: the file, and how many bytes it may become.
    public static final String CONVERT_PARQUET = "convert-parquet";

    /// The exit code where the heap was too small.
    public static final int OUT_OF_MEMORY = 3;

    /// The exit code where nothing came of the work any more.
    public static final int STANDSTILL = 5;

    private static final int ORPHANED = 4;

    private static final int LONGEST_CHAIN = 50;

    private ChildMain() {}

    /// Does what the arguments ask for, in the working directory.
    public static void main(String[] args) throws IOException {
        Thread.ofPlatform().daemon().start(ChildMain::endWithParent);
        Progress.watch(Files.size(Path.of(args[1])));
        try {
            ChildAnswer answer = answer(args, Path.of("").toAbsolutePath());
            try (DataOutputStream out =
                    new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(Path.of(ChildAnswer.FILE))))) {
                answer.write(out);
            }
            // Threads of the parsers do not matter any more
            Runtime.getRuntime().halt(0);
        } catch (OutOfMemoryError e) {
            Runtime.getRuntime().halt(OUT_OF_MEMORY);
        }
    }

    private static void endWithParent() {
        try {
            while (System.in.read() >= 0) {
                // Nothing is ever sent
            }
        } catch (IOException e) {
            // As good as the end
        }
        Runtime.getRuntime().halt(ORPHANED);
    }

    /// Any failure of a parser is an answer, but for memory: then the state of the process is not to be
    /// trusted.
    static ChildAnswer answer(String[] args, Path folder) {
        try {
            Path file = Path.of(args[1]);
            long most = Long.parseLong(args[2]);
            return switch (args[0]) {
                case DESCRIBE_HDF5 -> Hdf5Reading.describe(file, most);
                case EXTRACT_HDF5 -> Hdf5Reading.extract(file, most, Integer.parseInt(args[3]), folder);
                case CONVERT_PARQUET -> ParquetConversion.convert(file, most, folder);
                default -> throw new IllegalArgumentException(args[0]);
            };
        } catch (Refusal refusal) {
            return refusal.answer();
        } catch (Exception | StackOverflowError | LinkageError e) {
            requireMemory(e);
            e.printStackTrace();
            return new Refusal("is damaged, or written in a way that is not read.").answer();
        }
    }

    /// Parsers with threads of their own wrap the error of one of these.
    private static void requireMemory(Throwable failure) {
        Throwable cause = failure;
        for (int i = 0; i < LONGEST_CHAIN && cause != null; i++) {
            if (cause instanceof OutOfMemoryError error) {
                throw error;
            }
            cause = cause.getCause();
        }
    }
}
