package org.histogrid.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.histogrid.tensor.TorchWriter.View;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Files of named arrays and archives, cut at many places and with many bytes changed: read, or refused with the
/// one exception, in no time.
class HostileArraysTest {

    private static final int MUTATIONS = 150;

    private static final Bits MATRIX = Bits.random(Dtype.F32, new Random(1), 6, 4);

    @TempDir
    private static Path folder;

    /// A file to spoil.
    record Victim(String name, byte[] bytes) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Victim> victims() {
        return Stream.concat(
                Stream.of("npz", "safetensors", "pt").flatMap(Fixtures::in).map(fixture -> {
                    try {
                        return new Victim(fixture.name(), Files.readAllBytes(fixture.path()));
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                }),
                Stream.of(true, false).flatMap(HostileArraysTest::written));
    }

    private static Stream<Victim> written(boolean packed) {
        try {
            byte[] npy = Archives.npy(MATRIX);
            Map<String, byte[]> members = new LinkedHashMap<>();
            members.put("acts/layer_1.npy", npy);
            members.put("acts/layer_2.npy", npy);
            members.put("labels.npy.gz", Archives.gzip(npy));
            byte[] zip = Files.readAllBytes(Archives.zip(folder.resolve("written"), packed, members));
            byte[] tar = Files.readAllBytes(Archives.tar(folder.resolve("written"), members));
            Object tree = Map.of("a", View.all(MATRIX), "b", List.of(1, 0, 1), "c", List.of(View.all(MATRIX), "x"));
            byte[] torch = Files.readAllBytes(TorchWriter.write(folder.resolve("written"), packed, false, tree));
            return Stream.of(
                    new Victim("acts.zip", zip),
                    packed ? new Victim("acts.tar.gz", Archives.gzip(tar)) : new Victim("acts.tar", tar),
                    new Victim("acts.pt", torch));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @MethodSource("victims")
    void aFileCutAnywhereIsReadOrRefused(Victim victim) {
        int step = Math.max(1, victim.bytes().length / 61);
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            for (int length = 0; length < victim.bytes().length; length += step) {
                read(Arrays.copyOf(victim.bytes(), length), victim.name());
            }
        });
    }

    @ParameterizedTest
    @MethodSource("victims")
    void aFileWithChangedBytesIsReadOrRefused(Victim victim) {
        var random = new Random(victim.bytes().length);
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            for (int i = 0; i < MUTATIONS && victim.bytes().length > 0; i++) {
                read(mutated(victim.bytes(), random), victim.name());
            }
        });
    }

    /// Headers lie at the beginning of what is here, directories at its end.
    private static byte[] mutated(byte[] bytes, Random random) {
        byte[] mutated = bytes.clone();
        int changes = random.nextInt(1, 4);
        int reach = Math.min(mutated.length, random.nextBoolean() ? 300 : Integer.MAX_VALUE);
        int from = random.nextBoolean() ? 0 : mutated.length - reach;
        for (int i = 0; i < changes; i++) {
            byte[] likely = {0, -1, 1, 0x7f, (byte) 0x80, '0', '9', '-', ',', '(', '{', '"', '.', '/', 'R', 'Q', 'b'};
            mutated[from + random.nextInt(reach)] =
                    random.nextBoolean() ? (byte) random.nextInt() : likely[random.nextInt(likely.length)];
        }
        return mutated;
    }

    private static void read(byte[] bytes, String name) throws IOException {
        Path path = Files.write(folder.resolve("hostile"), bytes);
        Workspace workspace = TestFiles.workspace();
        try (OpenedFile file = OpenedFile.open(path, name, workspace)) {
            assertThat(file.entries()).isNotEmpty();
            file.entries().forEach(HostileArraysTest::read);
        } catch (UnreadableFile refusal) {
            assertSentence(refusal);
        }
        if (Files.isDirectory(workspace.folder())) {
            try (Stream<Path> left = Files.list(workspace.folder())) {
                assertThat(left)
                        .allSatisfy(file -> assertThat(file.getFileName().toString())
                                .matches("hostile[a-z0-9.]*")
                                .doesNotEndWith(".part"));
            }
        }
    }

    private static void read(SourceFile file) {
        try {
            FileContents contents = file.contents();
            assertThat(contents.notes()).allSatisfy(note -> assertThat(note).matches("\\P{Cntrl}+"));
            for (TensorInfo info : contents.tensors()) {
                Tensor tensor = file.tensor(info.tensor());
                assertThat(tensor.info()).isEqualTo(info);
                tries(tensor::texts);
                tries(tensor::integers);
                tries(() -> {
                    for (long i = 0; i < tensor.size(); i++) {
                        tensor.value(i);
                    }
                });
                for (List<Axis> axes : List.of(List.of(Axis.SAMPLE, Axis.NEURON), List.of(Axis.NEURON, Axis.SAMPLE))) {
                    tries(() -> MatrixReader.of(tensor, axes).forEachBlock((first, payloads) -> {}));
                }
            }
            tries(() -> file.tensor(Optional.of("no such tensor")));
            tries(file::table);
        } catch (UnreadableFile refusal) {
            assertSentence(refusal);
        }
    }

    private static void tries(Runnable reading) {
        try {
            reading.run();
        } catch (UnreadableFile refusal) {
            assertSentence(refusal);
        }
    }

    private static void assertSentence(UnreadableFile refusal) {
        assertThat(refusal.getMessage()).endsWith(".").matches("\\P{Cntrl}+").hasSizeLessThan(2_500);
    }
}
