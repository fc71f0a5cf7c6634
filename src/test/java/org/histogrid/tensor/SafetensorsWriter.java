package org.histogrid.tensor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/// Writes safetensors files for tests.
final class SafetensorsWriter {

    private SafetensorsWriter() {}

    static Path write(Path path, Map<String, Bits> tensors) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        String header = tensors.entrySet().stream()
                .map(tensor -> {
                    int begin = data.size();
                    data.writeBytes(tensor.getValue().bytes(false));
                    return entry(
                            tensor.getKey(),
                            tensor.getValue().dtype().name(),
                            tensor.getValue().shape(),
                            begin,
                            data.size());
                })
                .collect(Collectors.joining(",", "{", "}"));
        return raw(path, header, data.toByteArray());
    }

    static String entry(String name, String dtype, long[] shape, long begin, long end) {
        String lengths = Arrays.stream(shape).mapToObj(Long::toString).collect(Collectors.joining(","));
        return "\"%s\":{\"dtype\":\"%s\",\"shape\":[%s],\"data_offsets\":[%d,%d]}"
                .formatted(name, dtype, lengths, begin, end);
    }

    static Path raw(Path path, String header, byte[] data) {
        byte[] text = header.getBytes(UTF_8);
        ByteBuffer all = ByteBuffer.allocate(8 + text.length + data.length).order(ByteOrder.LITTLE_ENDIAN);
        all.putLong(text.length).put(text).put(data);
        try {
            return Files.write(path, all.array());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
