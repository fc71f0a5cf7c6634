package org.histogrid.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.Optional;
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

    private final PythonPeer python;

    private NumpyHistogram(PythonPeer python) {
        this.python = python;
    }

    /// Empty, with a sentence on standard output, where python3 or numpy is missing.
    ///
    /// @param values little-endian fp32, one payload a neuron
    static Optional<NumpyHistogram> start(byte[][] values, BinEdges[] edges, byte[] classOf, int classes)
            throws IOException, InterruptedException {
        Map<String, PythonPeer.Content> files =
                Map.of("values", PythonPeer.all(values), "edges", edges(edges), "classes", out -> out.write(classOf));
        return PythonPeer.start("numpy.histogram", SCRIPT, files, "" + classes).map(NumpyHistogram::new);
    }

    private static PythonPeer.Content edges(BinEdges[] edges) {
        return out -> {
            for (var of : edges) {
                var bytes = ByteBuffer.allocate(8 * (of.bins() + 1)).order(ByteOrder.LITTLE_ENDIAN);
                bytes.asDoubleBuffer().put(of.toArray());
                out.write(bytes.array());
            }
        };
    }

    /// Counts everything once; the processor time it took by python's own clock, in nanoseconds.
    long nanos() throws IOException {
        return Long.parseLong(python.ask("time"));
    }

    /// Counts by the edges one by one, neuron after neuron, class after class.
    long[] counts() throws IOException {
        python.ask("counts");
        var bytes = ByteBuffer.wrap(python.read("counts")).order(ByteOrder.LITTLE_ENDIAN);
        var counts = new long[bytes.capacity() / 8];
        bytes.asLongBuffer().get(counts);
        return counts;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        python.close();
    }
}
