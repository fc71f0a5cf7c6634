package org.histogrid.bench;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import org.histogrid.RunningHistogrid;
import org.histogrid.api.Client;
import org.histogrid.tensor.FormatFiles;
import tools.jackson.databind.JsonNode;

/// Imports by REST into a server with 512 MB of heap: half-precision .npy of 1 GB and of 4 GB, which is eight times
/// the heap, a .safetensors of 2 GB, and a CSV of 1 GB. That they end at all shows that the heap does not grow with the
/// file.
public final class LargeImportBench {

    private static final int NEURONS = 4_096;
    private static final String TOKEN = "hg_a-token-for-this-benchmark-only-0123456789";

    private LargeImportBench() {}

    public static void main(String[] arguments) throws Exception {
        var folder = Files.createTempDirectory("histogrid-bench-large");
        var settings = Map.of("HISTOGRID_DATA", folder.resolve("data").toString(), "HISTOGRID_ADMIN_TOKEN", TOKEN);
        boolean reached;
        try (var server = RunningHistogrid.startFromClasses(settings, "-Xmx512m")) {
            var client = new Client(server.address(), TOKEN);
            var small = megabytesPerSecond(client, folder, 1);
            var large = megabytesPerSecond(client, folder, 4);
            megabytesPerSecond(client, FormatFiles.zeros(folder.resolve("acts.safetensors"), 125_000, NEURONS));
            megabytesPerSecond(client, FormatFiles.numbers(folder.resolve("acts.csv"), 1_000_000_000));
            reached = Ratio.atLeast(0.5, "MB/s at 4 GB against 1 GB, heap 512 MB", large / small);
            server.stop("TERM");
        } finally {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        if (!reached) {
            throw new IllegalStateException("A large import is slower than its size explains");
        }
    }

    private static double megabytesPerSecond(Client client, Path folder, int gigabytes) throws Exception {
        return megabytesPerSecond(client, write(folder.resolve("acts-%d.npy".formatted(gigabytes)), gigabytes));
    }

    private static double megabytesPerSecond(Client client, Path file) throws Exception {
        var started = client.uploadFile("/api/v1/imports", "{\"labelings\": []}", file);
        if (started.status() != 202) {
            throw new IllegalStateException("Refused: " + started.json());
        }
        var start = System.nanoTime();
        var id = started.json().get("id").asString();
        JsonNode now;
        do {
            Thread.sleep(100);
            now = client.get("/api/v1/imports/" + id).json();
        } while (now.get("state").asString().matches("QUEUED|RUNNING"));
        var seconds = (System.nanoTime() - start) / 1e9;
        if (!now.get("state").asString().equals("SUCCEEDED")) {
            throw new IllegalStateException("Ended as " + now);
        }
        var megabytes = Files.size(file) / 1e6;
        System.out.printf(
                Locale.ROOT,
                "%-16s %,6.0f MB in %5.1f s: %4.0f MB/s%n",
                file.getFileName(),
                megabytes,
                seconds,
                megabytes / seconds);
        Files.delete(file);
        return megabytes / seconds;
    }

    /// A file with holes: what is not written reads as zeros, and costs neither time nor room before it is imported.
    private static Path write(Path path, int gigabytes) throws IOException {
        var samples = gigabytes * 1_000_000_000L / NEURONS / 2;
        var dict = "{'descr': '<f2', 'fortran_order': False, 'shape': (%d, %d), }".formatted(samples, NEURONS);
        try (var file = new RandomAccessFile(path.toFile(), "rw")) {
            file.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 118, 0});
            file.write((dict + " ".repeat(117 - dict.length()) + "\n").getBytes(StandardCharsets.US_ASCII));
            file.setLength(128 + samples * NEURONS * 2);
        }
        return path;
    }
}
