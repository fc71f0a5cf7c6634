package org.histogrid.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.histogrid.dataset.TestDatasets.File;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A script that talks to the REST interface.
public final class Client {

    public record Answer(int status, JsonNode json, HttpResponse<byte[]> raw) {
        public String header(String name) {
            return raw.headers().firstValue(name).orElse("");
        }
    }

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;
    private final String token;

    public Client(int port, String token) {
        this("http://127.0.0.1:" + port, token);
    }

    public Client(String base, String token) {
        this.base = base;
        this.token = token;
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer getBinary(String path) {
        return getAs("application/octet-stream", path);
    }

    public Answer getAs(String mediaType, String path) {
        return send(request(path).header("Accept", mediaType).GET());
    }

    public Answer delete(String path) {
        return send(request(path).DELETE());
    }

    public Answer post(String path, String json) {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    public Answer patch(String path, String json) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString(json)));
    }

    public Answer put(String path, String json, String... headers) {
        var request = request(path).header("Content-Type", "application/json");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.PUT(BodyPublishers.ofString(json)));
    }

    public Answer upload(String path, String spec, List<File> files) {
        var boundary = "boundary-of-a-test";
        var body = new ByteArrayOutputStream();
        if (!spec.isEmpty()) {
            write(
                    body,
                    "--%s\r\nContent-Disposition: form-data; name=\"spec\"\r\nContent-Type: application/json\r\n\r\n%s\r\n"
                            .formatted(boundary, spec));
        }
        for (var file : files) {
            write(
                    body,
                    ("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n"
                                    + "Content-Type: application/octet-stream\r\n\r\n")
                            .formatted(boundary, file.name()));
            body.writeBytes(file.bytes());
            write(body, "\r\n");
        }
        write(body, "--" + boundary + "--\r\n");
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    /// Streams a file from disk, however large.
    public Answer uploadFile(String path, String spec, Path file) throws IOException {
        var boundary = "boundary-of-a-test";
        var head = ("--%1$s\r\nContent-Disposition: form-data; name=\"spec\"\r\n\r\n%2$s\r\n--%1$s\r\n"
                        + "Content-Disposition: form-data; name=\"file\"; filename=\"%3$s\"\r\n\r\n")
                .formatted(boundary, spec, file.getFileName());
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString(head),
                        BodyPublishers.ofFile(file),
                        BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"))));
    }

    private static void write(ByteArrayOutputStream body, String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(base + path));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            var answer = http.send(request.build(), BodyHandlers.ofByteArray());
            var json = answer.headers().firstValue("content-type").orElse("").contains("json")
                    ? JSON.readTree(answer.body())
                    : JSON.createObjectNode();
            return new Answer(answer.statusCode(), json, answer);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
