package org.histogrid.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.histogrid.tensor.Fixtures.Case;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every fixture cut at many places and with many bytes changed: read, or refused with the one exception, in no
/// time.
class HostileBytesTest {

    private static final int MUTATIONS = 60;

    @TempDir
    private Path folder;

    static Stream<Case> fixtures() {
        return Stream.of("npy", "labels", "csv").flatMap(Fixtures::in);
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void aFileCutAnywhereIsReadOrRefused(Case fixture) throws IOException {
        byte[] bytes = Files.readAllBytes(fixture.path());
        int step = Math.max(1, bytes.length / 61);
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            for (int length = 0; length < bytes.length; length += step) {
                boolean read = read(Arrays.copyOf(bytes, length), fixture.name());
                if (bytes[0] == NpyHeader.MAGIC[0]) {
                    assertThat(read).as("cut at " + length).isFalse();
                }
            }
        });
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void aFileWithChangedBytesIsReadOrRefused(Case fixture) throws IOException {
        byte[] bytes = Files.readAllBytes(fixture.path());
        var random = new Random(bytes.length);
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            for (int i = 0; i < MUTATIONS && bytes.length > 0; i++) {
                read(mutated(bytes, random), fixture.name());
            }
        });
    }

    private static byte[] mutated(byte[] bytes, Random random) {
        byte[] mutated = bytes.clone();
        int changes = random.nextInt(1, 4);
        // Most of what can go wrong is in the header
        int reach = random.nextBoolean() ? Math.min(128, mutated.length) : mutated.length;
        for (int i = 0; i < changes; i++) {
            byte[] likely = {0, -1, '0', '9', '-', ',', '(', ')', '{', '}', '\'', '"', '\n', '\r', '<', 'L'};
            mutated[random.nextInt(reach)] =
                    random.nextBoolean() ? (byte) random.nextInt() : likely[random.nextInt(likely.length)];
        }
        return mutated;
    }

    /// Everything one can do with a file, in the ways of both kinds. False if all of it is refused.
    private boolean read(byte[] bytes, String name) throws IOException {
        Path path = Files.write(folder.resolve("hostile"), bytes);
        boolean inspected = succeeds(() -> TestFiles.inspect(path, name));
        boolean table = succeeds(() -> {
            Table file = TestFiles.table(path, name);
            file.columnNames().forEach(file::column);
        });
        boolean array = succeeds(() -> {
            try (ArrayFile file = ArrayFile.open(path, name)) {
                assertThat(file.info().bytes()).isLessThanOrEqualTo(bytes[0] == 0x1f ? Budget.FREE : bytes.length);
                succeeds(file::texts);
                succeeds(file::integers);
                succeeds(() -> file.value(0), IndexOutOfBoundsException.class);
                for (List<Axis> axes : List.of(
                        List.of(Axis.SAMPLE, Axis.NEURON), List.of(Axis.NEURON, Axis.SAMPLE), List.of(Axis.SAMPLE))) {
                    succeeds(() -> stream(MatrixReader.of(file.tensor(), axes)));
                    succeeds(() -> stream(MatrixReader.of(file.tensor(), axes, Optional.of(Dtype.BF16))));
                }
            }
        });
        assertThat(inspected).isEqualTo(table || array);
        return inspected;
    }

    private static void stream(MatrixReader matrix) {
        long[] seen = {0};
        matrix.forEachBlock((first, payloads) -> seen[0] += payloads.length);
        assertThat(seen[0]).isEqualTo(matrix.neurons());
    }

    private static boolean succeeds(Runnable reading) {
        return succeeds(reading, UnreadableFile.class);
    }

    private static boolean succeeds(Runnable reading, Class<? extends RuntimeException> allowed) {
        try {
            reading.run();
            return true;
        } catch (UnreadableFile refusal) {
            assertThat(refusal.getMessage()).endsWith(".").matches("\\P{Cntrl}+");
            return false;
        } catch (RuntimeException other) {
            if (allowed.isInstance(other)) {
                return false;
            }
            throw other;
        }
    }
}
