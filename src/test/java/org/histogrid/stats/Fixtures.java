package org.histogrid.stats;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reference data of the tests: matrices of samples x neurons as numpy wrote them, and what numpy says of
/// them.
final class Fixtures {

    private static final Pattern SHAPE = Pattern.compile("'descr': '([^']+)'.*'shape': \\((\\d+),(?: (\\d+))?");

    private Fixtures() {}

    static JsonNode json(String name) {
        return JsonMapper.shared().readTree(bytes(name));
    }

    static double[] doubles(JsonNode array) {
        return IntStream.range(0, array.size())
                .mapToDouble(i -> array.get(i).asDouble())
                .toArray();
    }

    static long[] longs(JsonNode array) {
        return IntStream.range(0, array.size())
                .mapToLong(i -> array.get(i).asLong())
                .toArray();
    }

    /// The neurons of a matrix of samples x neurons, one array each.
    static double[][] neurons(String name) {
        var npy = Npy.read(name);
        var all = ActivationCodec.decode(npy.payload, npy.encoding);
        var neurons = new double[npy.columns][npy.rows];
        for (int i = 0; i < all.length; i++) {
            neurons[i % npy.columns][i / npy.columns] = all[i];
        }
        return neurons;
    }

    /// One neuron of a matrix as it would be stored.
    static byte[] payload(String name, int neuron) {
        var npy = Npy.read(name);
        int bytes = npy.encoding.bytes();
        var payload = new byte[npy.rows * bytes];
        for (int i = 0; i < npy.rows; i++) {
            System.arraycopy(npy.payload, (i * npy.columns + neuron) * bytes, payload, i * bytes, bytes);
        }
        return payload;
    }

    /// Classes counted as the reference counts them: 0 for samples labelled 1, 1 for those labelled 0.
    static byte[] firstClassIsOne(String name) {
        var npy = Npy.read(name);
        // Little-endian integers of any width: the first byte has the sign too, for labels are small
        int width = npy.payload.length / npy.rows;
        var classes = new byte[npy.rows];
        for (int i = 0; i < classes.length; i++) {
            byte label = npy.payload[i * width];
            classes[i] = (byte) (label < 0 ? -1 : 1 - label);
        }
        return classes;
    }

    private static byte[] bytes(String name) {
        try (var in = Fixtures.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("No fixture " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Npy(byte[] payload, Encoding encoding, int rows, int columns) {

        static Npy read(String name) {
            var file = bytes(name);
            int length = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getShort(8);
            var header = new String(file, 10, length, StandardCharsets.ISO_8859_1);
            var shape = SHAPE.matcher(header);
            if (!shape.find()) {
                throw new IllegalArgumentException(header);
            }
            var encoding = switch (shape.group(1)) {
                case "<f2" -> Encoding.F16;
                case "<f4" -> Encoding.F32;
                default -> Encoding.F64;
            };
            int columns = shape.group(3) == null ? 1 : Integer.parseInt(shape.group(3));
            return new Npy(
                    Arrays.copyOfRange(file, 10 + length, file.length),
                    encoding,
                    Integer.parseInt(shape.group(2)),
                    columns);
        }
    }
}
