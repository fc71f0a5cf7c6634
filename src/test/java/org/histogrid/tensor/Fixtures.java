package org.histogrid.tensor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The files in the test resources and what must happen with each.
final class Fixtures {

    private static final Path FOLDER = folder();

    private Fixtures() {}

    /// One line of expected.json.
    record Case(String file, String expect, String why, JsonNode json) {

        Path path() {
            return FOLDER.resolve(file);
        }

        String name() {
            return file.substring(file.indexOf('/') + 1);
        }

        boolean mayBeRefused() {
            return !expect.equals("accept");
        }

        @Override
        public String toString() {
            return file + " " + expect + ": " + why;
        }
    }

    static Path path(String file) {
        return FOLDER.resolve(file);
    }

    static Stream<Case> in(String folder) {
        try {
            JsonNode all = new JsonMapper().readTree(Files.readString(FOLDER.resolve("expected.json")));
            List<Case> cases = all.path("cases")
                    .valueStream()
                    .filter(json -> json.path("file").stringValue().startsWith(folder + "/"))
                    .map(json -> new Case(
                            json.path("file").stringValue(),
                            json.path("expect").stringValue(),
                            json.path("why").stringValue(),
                            json))
                    .toList();
            return cases.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The hash by which expected.json knows the values of a matrix, given in row-major order.
    static String sha256(double[] values) {
        var bytes = ByteBuffer.allocate(values.length * 8).order(ByteOrder.LITTLE_ENDIAN);
        for (double value : values) {
            bytes.putLong(Double.doubleToLongBits(value));
        }
        return sha256(bytes.array());
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// All values in row-major order (sample by sample), decoded from streamed payloads.
    static double[] streamed(MatrixReader matrix, int blockBytes) {
        int samples = Math.toIntExact(matrix.samples());
        double[] values = new double[samples * matrix.neurons()];
        matrix.forEachBlock(blockBytes, (first, payloads) -> {
            for (int j = 0; j < payloads.length; j++) {
                var payload = ByteBuffer.wrap(payloads[j]).order(ByteOrder.LITTLE_ENDIAN);
                for (int i = 0; i < samples; i++) {
                    values[i * matrix.neurons() + first + j] = decoded(payload, matrix.stored());
                }
            }
        });
        return values;
    }

    private static double decoded(ByteBuffer payload, Dtype stored) {
        return switch (stored) {
            case F16 -> Float.float16ToFloat(payload.getShort());
            case BF16 -> Float.intBitsToFloat(payload.getShort() << 16);
            case F32 -> payload.getFloat();
            case F64 -> payload.getDouble();
            default -> throw new AssertionError("stored as " + stored);
        };
    }

    private static Path folder() {
        try {
            return Path.of(Fixtures.class.getResource("expected.json").toURI()).getParent();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
