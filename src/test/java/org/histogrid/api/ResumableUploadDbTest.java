package org.histogrid.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.histogrid.BadNetwork;
import org.histogrid.RunningApplicationTest;
import org.histogrid.account.TestPeople;
import org.histogrid.base.HistogridSettings;
import org.histogrid.dataset.TestNpy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The tus protocol as a script speaks it, over connections that break.
@RunningApplicationTest
class ResumableUploadDbTest {

    private static final String UPLOADS = "/api/v1/uploads";
    private static final String BOUNDARY = "boundary-of-a-test";
    private static final byte[] ACTS = TestNpy.f32(6, 3, (s, n) -> s * 10 + n);
    private static final byte[] LABELS = TestNpy.i8(1, 1, 1, 1, 0, 0);

    @LocalServerPort
    private int port;

    @Autowired
    private TestPeople people;

    @Autowired
    private HistogridSettings settings;

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private String token;
    private String stranger;

    @BeforeEach
    void logIn() {
        token = people.token(people.member());
        stranger = people.token(people.member());
    }

    private HttpResponse<byte[]> send(String by, String method, String path, BodyPublisher body, String... headers)
            throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + by)
                .method(method, body);
        if (!Arrays.asList(headers).contains("Tus-Resumable")) {
            request.header("Tus-Resumable", "1.0.0");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    private HttpResponse<byte[]> create(String name, long length) throws Exception {
        var encoded = Base64.getEncoder().encodeToString(name.getBytes(StandardCharsets.UTF_8));
        return send(
                token,
                "POST",
                UPLOADS,
                BodyPublishers.noBody(),
                "Upload-Length",
                Long.toString(length),
                "Upload-Metadata",
                "kind dGVzdA==,filename " + encoded);
    }

    private String begun(String name, byte[] bytes) throws Exception {
        var answer = create(name, bytes.length);
        assertThat(answer.statusCode()).isEqualTo(201);
        return header(answer, "Location");
    }

    private HttpResponse<byte[]> head(String upload) throws Exception {
        return send(token, "HEAD", upload, BodyPublishers.noBody());
    }

    private HttpResponse<byte[]> patch(String by, String upload, long offset, byte[] bytes, String... more)
            throws Exception {
        var headers = new java.util.ArrayList<>(
                List.of("Upload-Offset", Long.toString(offset), "Content-Type", "application/offset+octet-stream"));
        headers.addAll(List.of(more));
        return send(by, "PATCH", upload, BodyPublishers.ofByteArray(bytes), headers.toArray(String[]::new));
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static JsonNode json(HttpResponse<byte[]> answer) {
        return new JsonMapper().readTree(answer.body());
    }

    private static String idOf(String upload) {
        return upload.substring(upload.lastIndexOf('/') + 1);
    }

    private static byte[] rest(byte[] bytes, int from) {
        return Arrays.copyOfRange(bytes, from, bytes.length);
    }

    private String whole(String name, byte[] bytes) throws Exception {
        var upload = begun(name, bytes);
        assertThat(patch(token, upload, 0, bytes).statusCode()).isEqualTo(204);
        return upload;
    }

    private HttpResponse<byte[]> form(String by, String path, String... fields) throws Exception {
        var body = new StringBuilder();
        for (var i = 0; i < fields.length; i += 2) {
            body.append("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                    .formatted(BOUNDARY, fields[i], fields[i + 1]));
        }
        return send(
                by,
                "POST",
                path,
                BodyPublishers.ofString(body + "--" + BOUNDARY + "--\r\n"),
                "Content-Type",
                "multipart/form-data; boundary=" + BOUNDARY);
    }

    private JsonNode imported(String id) {
        var client = new Client(port, token);
        return await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(
                        () -> client.get("/api/v1/imports/" + id).json(),
                        json -> !List.of("QUEUED", "RUNNING")
                                .contains(json.get("state").asString()));
    }

    private void assertValues(JsonNode imported) {
        assertThat(imported.get("state").asString()).as(imported.toString()).isEqualTo("SUCCEEDED");
        var values = new Client(port, token)
                .get("/api/v1/datasets/%s/hook-points/0/neurons/2/values"
                        .formatted(imported.get("datasetId").asString()));
        assertThat(values.json().get("values").toString()).isEqualTo("[2.0,12.0,22.0,32.0,42.0,52.0]");
    }

    /// Sends the beginning of a piece and hangs up.
    private void breakOff(String upload, byte[] bytes, int sent) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            var out = socket.getOutputStream();
            out.write("""
                    PATCH %s HTTP/1.1\r
                    Host: localhost\r
                    Authorization: Bearer %s\r
                    Tus-Resumable: 1.0.0\r
                    Upload-Offset: 0\r
                    Content-Type: application/offset+octet-stream\r
                    Content-Length: %d\r
                    \r
                    """.formatted(upload, token, bytes.length).getBytes(StandardCharsets.US_ASCII));
            out.write(bytes, 0, sent);
            out.flush();
        }
    }

    @Test
    void brokenUploadGoesOnWhereItStoppedAndBecomesADataset() throws Exception {
        var upload = begun("acts.npy", ACTS);
        breakOff(upload, ACTS, 100);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> header(head(upload), "Upload-Offset").equals("100"));
        var there = head(upload);
        assertThat(header(there, "Upload-Length")).isEqualTo(Integer.toString(ACTS.length));
        assertThat(header(there, "Upload-Metadata")).contains("kind dGVzdA==");
        assertThat(header(there, "Cache-Control")).isEqualTo("no-store");
        assertThat(header(there, "Upload-Expires")).endsWith("GMT");

        var early = form(token, "/api/v1/imports", "upload", idOf(upload));
        assertThat(early.statusCode()).isEqualTo(422);
        assertThat(json(early).get("detail").asString()).contains("acts.npy", "100 of its");
        var again = patch(token, upload, 0, ACTS);
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(header(again, "content-type")).contains("problem+json");
        var done = patch(token, upload, 100, rest(ACTS, 100));
        assertThat(done.statusCode()).isEqualTo(204);
        assertThat(header(done, "Upload-Offset")).isEqualTo(Integer.toString(ACTS.length));

        var labels = whole("labels.npy", LABELS);
        var started = form(
                token,
                "/api/v1/imports",
                "upload",
                idOf(upload),
                "upload",
                idOf(labels),
                "spec",
                "{\"name\": \"Resumed\", \"model\": \"M\"}");
        assertThat(started.statusCode()).as(json(started).toString()).isEqualTo(202);
        assertValues(imported(json(started).get("id").asString()));
        assertThat(head(upload).statusCode()).isEqualTo(404);
        assertThat(head(labels).statusCode()).isEqualTo(404);
    }

    @Test
    void refusedImportAndInspectionLeaveTheUploadForTheNextAttempt() throws Exception {
        var acts = whole("acts.npy", ACTS);
        var labels = whole("labels.npy", TestNpy.i8(1, 2, 3, 1, 2, 3));
        var inspected = form(token, "/api/v1/inspections", "upload", idOf(acts));
        assertThat(json(inspected).get("tensors").get(0).get("shape").toString())
                .isEqualTo("[6,3]");

        var ids = List.of(idOf(acts), idOf(labels));
        var unclear = form(token, "/api/v1/imports", "upload", ids.getFirst(), "upload", ids.getLast());
        assertThat(json(unclear).get("field").asString()).isEqualTo("labelings[0].values");
        var spec = "{\"name\": \"Second attempt\", \"model\": \"M\", \"labelings\": []}";
        var clear = form(token, "/api/v1/imports", "upload", ids.getFirst(), "upload", ids.getLast(), "spec", spec);
        assertThat(clear.statusCode()).as(json(clear).toString()).isEqualTo(202);
        assertValues(imported(json(clear).get("id").asString()));
        assertThat(form(token, "/api/v1/imports", "spec", spec).statusCode()).isEqualTo(400);
    }

    @Test
    void uploadIsThereForNobodyElse() throws Exception {
        var upload = whole("acts.npy", ACTS);
        assertThat(send(stranger, "HEAD", upload, BodyPublishers.noBody()).statusCode())
                .isEqualTo(404);
        assertThat(patch(stranger, upload, ACTS.length, new byte[0]).statusCode())
                .isEqualTo(404);
        assertThat(send(stranger, "DELETE", upload, BodyPublishers.noBody()).statusCode())
                .isEqualTo(404);
        assertThat(form(stranger, "/api/v1/imports", "upload", idOf(upload)).statusCode())
                .isEqualTo(404);
        assertThat(form(stranger, "/api/v1/inspections", "upload", idOf(upload)).statusCode())
                .isEqualTo(404);
        assertThat(send("hg_wrong", "HEAD", upload, BodyPublishers.noBody()).statusCode())
                .isEqualTo(401);
        // The browser's address takes no token, and this one no cookie
        assertThat(send(token, "HEAD", upload.replace("/api/v1", ""), BodyPublishers.noBody())
                        .statusCode())
                .isEqualTo(401);
        assertThat(head(upload).statusCode()).isEqualTo(200);
    }

    @Test
    void protocolIsKept() throws Exception {
        var options = send(token, "OPTIONS", UPLOADS, BodyPublishers.noBody());
        assertThat(header(options, "Tus-Extension")).isEqualTo("creation,termination,expiration,checksum");
        assertThat(header(options, "Tus-Max-Size"))
                .isEqualTo(Long.toString(settings.uploadMax().toBytes()));
        var upload = begun("acts.npy", ACTS);
        var old = send(token, "HEAD", upload, BodyPublishers.noBody(), "Tus-Resumable", "0.2.2");
        assertThat(old.statusCode()).isEqualTo(412);
        assertThat(header(old, "Tus-Version")).isEqualTo("1.0.0");
        assertThat(send(token, "PATCH", upload, BodyPublishers.ofString("x"), "Upload-Offset", "0")
                        .statusCode())
                .isEqualTo(415);
        assertThat(send(token, "POST", UPLOADS, BodyPublishers.noBody()).statusCode())
                .isEqualTo(400);
        assertThat(send(token, "POST", UPLOADS, BodyPublishers.noBody(), "Upload-Length", "1")
                        .statusCode())
                .isEqualTo(422);
        assertThat(create("big.npy", settings.uploadMax().toBytes() + 1).statusCode())
                .isEqualTo(413);
        assertThat(patch(token, upload, 0, new byte[ACTS.length + 1]).statusCode())
                .isEqualTo(413);
        assertThat(head(UPLOADS + "/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
        assertThat(head(UPLOADS + "/nothing").statusCode()).isEqualTo(404);
        assertThat(header(head(upload), "Upload-Offset")).isEqualTo("0");

        var wrong = patch(token, upload, 0, ACTS, "Upload-Checksum", "sha1 AAAA");
        assertThat(wrong.statusCode()).isEqualTo(460);
        assertThat(json(wrong).get("detail").asString()).contains("acts.npy");
        var sum = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(ACTS));
        assertThat(patch(token, upload, 0, ACTS, "Upload-Checksum", "sha256 " + sum)
                        .statusCode())
                .isEqualTo(204);
        assertThat(send(token, "POST", upload, BodyPublishers.noBody(), "X-HTTP-Method-Override", "DELETE")
                        .statusCode())
                .isEqualTo(204);
        assertThat(head(upload).statusCode()).isEqualTo(404);
    }

    @Test
    void nameOfTheFileIsNeverAPath() throws Exception {
        var upload = whole("../../../acts.npy", ACTS);
        var found = json(form(token, "/api/v1/inspections", "upload", idOf(upload)));
        assertThat(found.get("tensors").get(0).get("file").asString()).isEqualTo("acts.npy");
        try (var outside = Files.walk(settings.data())) {
            assertThat(outside.filter(file -> file.endsWith("acts.npy"))).isEmpty();
        }
    }

    @Test
    void openApiNamesTheUploadsAndNotTheAddressesOfTheBrowser() {
        var paths = new Client(port, "").get("/api/v1/openapi.json").json().get("paths");
        assertThat(paths.propertyNames())
                .contains(UPLOADS, UPLOADS + "/{id}")
                .allMatch(path -> path.startsWith("/api"));
        assertThat(paths.get(UPLOADS + "/{id}").propertyNames()).contains("head", "patch", "delete");
    }

    @Test
    void exampleOfTheGuideGoesOnOverABrokenConnection() throws Exception {
        assumeTrue(hasRequests(), "python3 with requests is not installed");
        var acts = TestNpy.f32(1_000, 500, (s, n) -> s + n);
        Files.write(folder.resolve("acts.npy"), acts);
        var labels = new int[1_000];
        Arrays.setAll(labels, i -> i % 2);
        Files.write(folder.resolve("labels.npy"), TestNpy.i8(labels));
        try (var network = new BadNetwork(port, acts.length / 2)) {
            var script = exampleOfTheGuide()
                    .replace("http://127.0.0.1:8080", "http://127.0.0.1:" + network.port())
                    .replace("hg_...", token);
            var python = new ProcessBuilder("python3", "-c", script)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            network.awaitHeld();
            network.cut();
            network.restore();
            var said = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(python.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(said).startsWith("202 ").contains("'state': ");
            var id = said.replaceFirst("(?s).*'id': '([0-9a-f-]+)'.*", "$1");
            assertThat(imported(id).get("state").asString()).isEqualTo("SUCCEEDED");
        }
    }

    private static boolean hasRequests() throws Exception {
        try {
            return new ProcessBuilder("python3", "-c", "import requests")
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static String exampleOfTheGuide() throws IOException {
        var guide = Files.readString(Path.of("src", "docs", "guide", "import.md"));
        var section = guide.substring(guide.indexOf("## A large file over a bad network"));
        return section.substring(section.indexOf("    import "), section.indexOf("\n`upload` may"))
                .replaceAll("(?m)^ {4}", "");
    }
}
