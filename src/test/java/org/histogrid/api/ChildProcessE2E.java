package org.histogrid.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.histogrid.RunningHistogrid;
import org.histogrid.tensor.ArrayFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The runnable jar reads HDF5 and Parquet in processes of its own, which it starts out of itself.
class ChildProcessE2E {

    private static final String TOKEN = "hg_a-token-for-this-test-only-0123456789";

    @TempDir
    private Path folder;

    @Test
    void theRunnableJarImportsHdf5AndParquet() throws Exception {
        var settings = Map.of("HISTOGRID_DATA", folder.resolve("data").toString(), "HISTOGRID_ADMIN_TOKEN", TOKEN);
        try (var server = RunningHistogrid.start(settings)) {
            var client = new Client(server.address(), TOKEN);
            for (var file : new String[] {"h5/lzf.h5", "parquet/list_column.parquet"}) {
                importFile(client, fixture(file));
            }
            try (Stream<Path> left = Files.walk(folder.resolve("data"))) {
                assertThat(left.map(path -> path.getFileName().toString()))
                        .noneMatch(name -> name.startsWith("child-"));
            }
        }
    }

    private static void importFile(Client client, Path file) throws IOException {
        var spec = """
                {"name": "%s", "labelings": [], "matrices": [{"file": "%s", "tensor": "activations", "site": "resid_post",
                 "layer": 1, "axes": ["sample", "neuron"]}]}""".formatted(file.getFileName(), file.getFileName());
        var started = client.uploadFile("/api/v1/imports", spec, file);
        assertThat(started.status()).as(started.json().toString()).isEqualTo(202);
        var id = started.json().get("id").asString();
        var finished = await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(100))
                .until(
                        () -> client.get("/api/v1/imports/" + id).json(),
                        json -> !json.get("state").asString().equals("RUNNING"));
        assertThat(finished.get("state").asString()).as(finished.toString()).isEqualTo("SUCCEEDED");
    }

    private static Path fixture(String name) throws URISyntaxException {
        return Path.of(Objects.requireNonNull(ArrayFile.class.getResource(name)).toURI());
    }
}
