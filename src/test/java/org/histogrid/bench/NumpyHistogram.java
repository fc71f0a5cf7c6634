package org.histogrid.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.histogrid.stats.BinEdges;

/// numpy.histogram in a child process. It reads the data once from a temporary folder and then times itself
/// whenever asked. It starts from float64 values of all classes together, as the contender with a double[]
/// does, but knows beforehand which samples are of which class.
final class NumpyHistogram implements AutoCloseable {

    private static final String SCRIPT = """
            import sys, time
            try:
                import numpy as np
            except ImportError:
                sys.exit('python3 has no numpy')
            folder, classes = sys.argv[1], int(sys.argv[2])
            which = np.fromfile(folder + '/classes', '<i1')
            values = np.fromfile(folder + '/values', '<f4').reshape(-1, len(which)).astype(np.float64)
            edges = np.fromfile(folder + '/edges', '<f8').reshape(len(values), -1)
            of = [np.flatnonzero(which == c) for c in range(classes)]
            print('numpy ' + np.__version__, flush=True)
            bins = edges.shape[1] - 1
            for line in sys.stdin:
                if line.strip() == 'counts':
                    counts = [[np.histogram(row[o], e)[0] for o in of] for row, e in zip(values, edges)]
                    np.array(counts, '<i8').tofile(folder + '/counts')
                    print('written', flush=True)
                else:
                    start = time.process_time_ns()
                    for row, e in zip(values, edges):
                        for o in of:
                            np.histogram(row[o], bins, (e[0], e[-1]))
                    print(time.process_time_ns() - start, flush=True)
            """;

    private final Path folder;
    private final Process process;
    private final BufferedReader answers;
    private final BufferedWriter questions;

    private NumpyHistogram(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
        this.answers = process.inputReader();
        this.questions = process.outputWriter();
    }

    /// Empty, with a sentence on standard output, where python3 or numpy is missing.
    ///
    /// @param values little-endian fp32, one payload a neuron
    static Optional<NumpyHistogram> start(byte[][] values, BinEdges[] edges, byte[] classOf, int classes)
            throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("histogrid-bench");
        try (var out = Files.newOutputStream(folder.resolve("values"))) {
            for (var payload : values) {
                out.write(payload);
            }
        }
        try (var out = Files.newOutputStream(folder.resolve("edges"))) {
            for (var of : edges) {
                var bytes = ByteBuffer.allocate(8 * (of.bins() + 1)).order(ByteOrder.LITTLE_ENDIAN);
                bytes.asDoubleBuffer().put(of.toArray());
                out.write(bytes.array());
            }
        }
        Files.write(folder.resolve("classes"), classOf);
        Files.writeString(folder.resolve("peer.py"), SCRIPT);
        NumpyHistogram numpy;
        try {
            var process = new ProcessBuilder(
                            "python3", folder.resolve("peer.py").toString(), folder.toString(), "" + classes)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            numpy = new NumpyHistogram(folder, process);
        } catch (IOException e) {
            deleteAll(folder);
            System.out.println("Left out numpy.histogram: " + e.getMessage());
            return Optional.empty();
        }
        var version = numpy.answers.readLine();
        if (version == null) {
            numpy.close();
            System.out.println("Left out numpy.histogram: python3 with numpy did not start.");
            return Optional.empty();
        }
        System.out.println("Against " + version);
        return Optional.of(numpy);
    }

    /// Counts everything once; the processor time it took by python's own clock, in nanoseconds.
    long nanos() throws IOException {
        return Long.parseLong(ask("time"));
    }

    /// Counts by the edges one by one, neuron after neuron, class after class.
    long[] counts() throws IOException {
        ask("counts");
        var bytes =
                ByteBuffer.wrap(Files.readAllBytes(folder.resolve("counts"))).order(ByteOrder.LITTLE_ENDIAN);
        var counts = new long[bytes.capacity() / 8];
        bytes.asLongBuffer().get(counts);
        return counts;
    }

    private String ask(String question) throws IOException {
        questions.write(question + "\n");
        questions.flush();
        var answer = answers.readLine();
        if (answer == null) {
            throw new IOException("python3 has ended");
        }
        return answer;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        questions.close();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        deleteAll(folder);
    }

    private static void deleteAll(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
