package org.histogrid.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.SplittableRandom;
import javax.sql.DataSource;
import org.histogrid.dataset.ImportId;
import org.histogrid.dataset.ImportService;
import org.histogrid.dataset.ImportSpec;
import org.histogrid.dataset.ImportStatus;
import org.histogrid.sharing.Viewer;
import org.histogrid.tensor.FormatFiles;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/// The import of an 18,000 x 4,096 half-precision .npy, from commit to ready, beside a bare COPY BINARY of
/// as many rows of the same size into a table of the same form. Both tables grow from round to round.
public final class ImportBench {

    private static final int SAMPLES = 18_000;
    private static final int NEURONS = 4_096;
    private static final int ROUNDS = 5;

    private final ImportService imports;
    private final DataSource dataSource;
    private final Viewer viewer;
    private final Path folder;
    private long copies;

    private ImportBench(BenchApplication application, Path folder) {
        this.imports = application.bean(ImportService.class);
        this.dataSource = application.bean(DataSource.class);
        this.viewer = application.viewer();
        this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
        var folder = Files.createTempDirectory("histogrid-bench-files");
        boolean reached;
        try (var application = new BenchApplication()) {
            reached = new ImportBench(application, folder).run();
        } finally {
            Files.deleteIfExists(folder.resolve("acts.npy"));
            Files.deleteIfExists(folder.resolve("labels.npy"));
            Files.delete(folder);
        }
        if (!reached) {
            throw new IllegalStateException("The import is slower than promised, or takes more room");
        }
    }

    private boolean run() throws Exception {
        writeFiles();
        execute("create table bench_vector (like activation_vector including all)");
        execute("alter table bench_vector alter column payload set storage external");
        var megabytes = (double) SAMPLES * NEURONS * 2 / 1e6;
        var rounds = new Rounds(ROUNDS)
                .warmUp(1)
                .items("bytes", megabytes * 1e6)
                .addTimed("COPY BINARY of the same rows", this::copy)
                .addTimed("import", this::importOnce)
                .addTimed("transposing the same file, nothing written", this::transpose);
        System.out.println(rounds.run().table("COPY BINARY of the same rows"));
        var share = rounds.ratio("import", "COPY BINARY of the same rows");
        var onDisk = sizeOnDisk() / 1e6 / megabytes / copies;
        var fast = Ratio.atLeast(0.6, "import against COPY BINARY", share);
        // It runs beside the writing, so that it must only not be the slower of the two
        var transposing = rounds.ratio("transposing the same file, nothing written", "import");
        fast &= Ratio.atLeast(1.2, "transposing against the whole import", transposing);
        return Ratio.atMost(1.3, "room on disk against raw, fp16", onDisk) && fast;
    }

    private long importOnce() throws Exception {
        var id = imports.begin(viewer);
        for (var name : new String[] {"acts.npy", "labels.npy"}) {
            imports.addFile(viewer, id, name, path -> {
                Files.delete(path);
                Files.createLink(path, folder.resolve(name));
            });
        }
        var start = System.nanoTime();
        imports.commit(viewer, id, ImportSpec.EMPTY);
        ready(id);
        return System.nanoTime() - start;
    }

    private long transpose() {
        var start = System.nanoTime();
        FormatFiles.read(folder.resolve("acts.npy"), folder.resolve("none"));
        return System.nanoTime() - start;
    }

    private void ready(ImportId id) throws InterruptedException {
        while (true) {
            var status = imports.find(viewer, id);
            if (status.state() == ImportStatus.State.SUCCEEDED) {
                return;
            }
            if (status.state().isOver()) {
                throw new IllegalStateException("The import ended as " + status);
            }
            Thread.sleep(2);
        }
    }

    private long copy() throws Exception {
        var payload = new byte[SAMPLES * 2];
        new SplittableRandom(1).nextBytes(payload);
        var head = head(++copies, payload.length);
        var start = System.nanoTime();
        try (var connection = dataSource.getConnection()) {
            try (var out = new PGCopyOutputStream(
                    connection.unwrap(PGConnection.class),
                    "copy bench_vector (dataset_id, hook_point, neuron, dtype, crc32c, payload) from stdin (format binary)",
                    1 << 16)) {
                out.write(new byte[] {
                    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
                });
                for (var neuron = 0; neuron < NEURONS; neuron++) {
                    head.putInt(2 + 20 + 8 + 4, neuron);
                    out.write(head.array());
                    out.write(payload);
                }
                out.write(new byte[] {(byte) 0xff, (byte) 0xff});
            }
        }
        return System.nanoTime() - start;
    }

    private static ByteBuffer head(long dataset, int length) {
        return ByteBuffer.allocate(2 + 20 + 8 + 8 + 7 + 8 + 4)
                .putShort((short) 6)
                .putInt(16)
                .putLong(0)
                .putLong(dataset)
                .putInt(4)
                .putInt(0)
                .putInt(4)
                .putInt(0)
                .putInt(3)
                .put(new byte[] {'F', '1', '6'})
                .putInt(4)
                .putInt(0)
                .putInt(length);
    }

    private long sizeOnDisk() throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select pg_total_relation_size('bench_vector')")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void writeFiles() throws IOException {
        var random = new SplittableRandom(7);
        try (var out = Files.newOutputStream(folder.resolve("acts.npy"))) {
            out.write(header("<f2", "(%d, %d)".formatted(SAMPLES, NEURONS)));
            var row = ByteBuffer.allocate(NEURONS * 2).order(ByteOrder.LITTLE_ENDIAN);
            for (var sample = 0; sample < SAMPLES; sample++) {
                row.clear();
                for (var neuron = 0; neuron < NEURONS; neuron++) {
                    row.putShort(Float.floatToFloat16((float) random.nextDouble(-8, 8)));
                }
                out.write(row.array());
            }
        }
        try (var out = Files.newOutputStream(folder.resolve("labels.npy"))) {
            out.write(header("|i1", "(%d,)".formatted(SAMPLES)));
            for (var sample = 0; sample < SAMPLES; sample++) {
                out.write(sample % 3 == 0 ? 0 : 1);
            }
        }
    }

    private static byte[] header(String descr, String shape) {
        var dict = "{'descr': '%s', 'fortran_order': False, 'shape': %s, }".formatted(descr, shape);
        var whole = Math.ceilDiv(10 + dict.length() + 1, 64) * 64;
        var text = dict + " ".repeat(whole - 10 - dict.length() - 1) + "\n";
        return ByteBuffer.allocate(whole)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0})
                .putShort((short) text.length())
                .put(text.getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                .array();
    }
}
