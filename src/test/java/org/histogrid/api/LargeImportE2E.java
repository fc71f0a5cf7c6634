package org.histogrid.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.histogrid.RunningHistogrid;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The runnable jar with a heap of 512 MB: a layer of 18,000 x 4,096 is uploaded, the server killed in mid-import and
/// started again. An upload over the limit is refused before.
class LargeImportE2E {

    private static final int SAMPLES = 18_000;
    private static final int NEURONS = 4_096;
    private static final String TOKEN = "hg_a-token-for-this-test-only-0123456789";
    private static final String SPEC = "{\"name\": \"Large\", \"labelings\": []}";

    @TempDir
    private Path folder;

    private Map<String, String> settings;

    @BeforeEach
    void limitTheHeap() {
        settings = Map.of(
                "HISTOGRID_DATA",
                folder.resolve("data").toString(),
                "HISTOGRID_ADMIN_TOKEN",
                TOKEN,
                "HISTOGRID_UPLOAD_MAX",
                "150MB",
                "JAVA_TOOL_OPTIONS",
                "-Xmx512m");
    }

    private static short value(int sample, int neuron) {
        return Float.floatToFloat16((sample * 31 + neuron * 7) % 2048);
    }

    @Test
    void importOfALayerSurvivesAKilledServerAndShowsNoHalfDataset() throws Exception {
        var acts = writeActs();
        String id;
        try (var server = RunningHistogrid.start(settings)) {
            var client = new Client(server.address(), TOKEN);
            refuseMoreThanTheLimit(client);
            var started = client.uploadFile("/api/v1/imports", SPEC, acts);
            assertThat(started.status()).as(started.json().toString()).isEqualTo(202);
            id = started.json().get("id").asString();
            await().atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> done(client, id) > 0);
            server.stop("KILL");
        }
        try (var server = RunningHistogrid.start(settings)) {
            var client = new Client(server.address(), TOKEN);
            var left = client.get("/api/v1/imports/" + id).json();
            assertThat(left.get("state").asString()).isEqualTo("RUNNING");
            assertThat(client.get("/api/v1/datasets").json().get("total").asInt())
                    .isZero();

            var finished = await().atMost(Duration.ofMinutes(5))
                    .pollInterval(Duration.ofMillis(200))
                    .until(
                            () -> client.get("/api/v1/imports/" + id).json(),
                            json -> !json.get("state").asString().equals("RUNNING"));
            assertThat(finished.get("state").asString()).as(finished.toString()).isEqualTo("SUCCEEDED");
            assertThat(client.get("/api/v1/datasets").json().get("total").asInt())
                    .isEqualTo(1);
            checkNeuron(client, finished, 0);
            checkNeuron(client, finished, NEURONS - 1);
        }
    }

    private void refuseMoreThanTheLimit(Client client) throws IOException {
        var big = folder.resolve("big.npy");
        try (var file = new RandomAccessFile(big.toFile(), "rw")) {
            file.setLength(170_000_000);
        }
        var answer = client.uploadFile("/api/v1/imports", SPEC, big);
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.json().get("detail").asString()).endsWith(".");
        try (var left = Files.walk(folder.resolve("data/staging"))) {
            assertThat(left.filter(Files::isRegularFile)).isEmpty();
        }
    }

    private static long done(Client client, String id) {
        JsonNode progress = client.get("/api/v1/imports/" + id).json().get("progress");
        return progress.get("done").asLong();
    }

    private static void checkNeuron(Client client, JsonNode finished, int neuron) {
        var bytes = client.getBinary("/api/v1/datasets/%s/hook-points/0/neurons/%d/values"
                        .formatted(finished.get("datasetId").asString(), neuron))
                .raw()
                .body();
        var values = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer();
        assertThat(values.remaining()).isEqualTo(SAMPLES);
        for (var sample = 0; sample < SAMPLES; sample++) {
            assertThat(values.get(sample)).isEqualTo(Float.float16ToFloat(value(sample, neuron)));
        }
    }

    private Path writeActs() throws IOException {
        var file = folder.resolve("acts.npy");
        var dict = "{'descr': '<f2', 'fortran_order': False, 'shape': (%d, %d), }".formatted(SAMPLES, NEURONS);
        var header = dict + " ".repeat(117 - dict.length()) + "\n";
        try (var out = Files.newOutputStream(file)) {
            out.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 118, 0});
            out.write(header.getBytes(StandardCharsets.US_ASCII));
            var row = ByteBuffer.allocate(NEURONS * 2).order(ByteOrder.LITTLE_ENDIAN);
            for (var sample = 0; sample < SAMPLES; sample++) {
                row.clear();
                for (var neuron = 0; neuron < NEURONS; neuron++) {
                    row.putShort(value(sample, neuron));
                }
                out.write(row.array());
            }
        }
        return file;
    }
}
