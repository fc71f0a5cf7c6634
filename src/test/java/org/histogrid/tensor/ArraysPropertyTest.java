package org.histogrid.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.springframework.util.FileSystemUtils;

/// Arrays written in every format come back, value by value.
class ArraysPropertyTest {

    private static Path folder;

    /// How arrays get into a file.
    enum Format {
        NPZ_STORED(".npz"),
        NPZ_DEFLATED(".npz"),
        NPZ_ZIP64(".npz"),
        SAFETENSORS(".safetensors"),
        SAFETENSORS_GZ(".safetensors.gz"),
        TORCH(".pt"),
        TORCH_DEFLATED(".pt"),
        TORCH_BIG_ENDIAN(".pt"),
        ZIP_STORED(".zip"),
        ZIP_DEFLATED(".zip"),
        ZIP_OF_NPZ(".zip"),
        TAR(".tar"),
        TAR_GZ(".tgz");

        private final String ending;

        Format(String ending) {
            this.ending = ending;
        }

        boolean holds(Dtype dtype) {
            return switch (this) {
                case NPZ_STORED, NPZ_DEFLATED, NPZ_ZIP64, ZIP_STORED, ZIP_DEFLATED, ZIP_OF_NPZ, TAR, TAR_GZ ->
                    dtype != Dtype.BF16;
                default -> true;
            };
        }

        Path write(Map<String, Bits> arrays) throws IOException {
            Path path = folder.resolve("acts" + ending);
            Map<String, byte[]> members = new LinkedHashMap<>();
            switch (this) {
                case TORCH, TORCH_DEFLATED, TORCH_BIG_ENDIAN, SAFETENSORS, SAFETENSORS_GZ -> {}
                default -> arrays.forEach((name, array) -> members.put(name + ".npy", Archives.npy(array)));
            }
            Map<String, TorchWriter.View> views = new LinkedHashMap<>();
            arrays.forEach((name, array) -> views.put(name, TorchWriter.View.all(array)));
            return switch (this) {
                case NPZ_STORED, ZIP_STORED -> Archives.zip(path, false, members);
                case NPZ_DEFLATED, ZIP_DEFLATED -> Archives.zip(path, true, members);
                case NPZ_ZIP64 -> Archives.zip(path, true, Zip64Mode.Always, members);
                case ZIP_OF_NPZ -> {
                    Path inner = Archives.zip(folder.resolve("inner.npz"), true, members);
                    yield Archives.zip(path, true, Map.of("inner.npz", Files.readAllBytes(inner)));
                }
                case TORCH -> TorchWriter.write(path, false, false, views);
                case TORCH_DEFLATED -> TorchWriter.write(path, true, false, views);
                case TORCH_BIG_ENDIAN -> TorchWriter.write(path, false, true, views);
                case SAFETENSORS -> SafetensorsWriter.write(path, arrays);
                case SAFETENSORS_GZ -> {
                    Path inner = SafetensorsWriter.write(folder.resolve("inner"), arrays);
                    yield Files.write(path, Archives.gzip(Files.readAllBytes(inner)));
                }
                case TAR -> Archives.tar(path, members);
                case TAR_GZ -> {
                    Path inner = Archives.tar(folder.resolve("inner"), members);
                    yield Files.write(path, Archives.gzip(Files.readAllBytes(inner)));
                }
            };
        }

        Tensor find(List<SourceFile> entries, String archive, String name) {
            return switch (this) {
                case ZIP_STORED, ZIP_DEFLATED, TAR, TAR_GZ ->
                    entries.stream()
                            .filter(entry -> entry.name().equals(archive + "/" + name + ".npy"))
                            .findFirst()
                            .orElseThrow()
                            .tensor(Optional.empty());
                default -> entries.getFirst().tensor(Optional.of(name));
            };
        }
    }

    @BeforeContainer
    static void makeFolder() throws IOException {
        folder = Files.createTempDirectory("histogrid-arrays");
    }

    @AfterContainer
    static void deleteFolder() throws IOException {
        FileSystemUtils.deleteRecursively(folder);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void everyFormatGivesBackTheValuesThatWereWritten(
            @ForAll Format format,
            @ForAll("dtypes") Dtype dtype,
            @ForAll("shapes") List<Integer> shape,
            @ForAll @IntRange(min = 1, max = 4) int count,
            @ForAll long seed)
            throws IOException {
        Dtype held = format.holds(dtype) ? dtype : Dtype.F16;
        Random random = new Random(seed);
        Map<String, Bits> arrays = new LinkedHashMap<>();
        long[] lengths = shape.stream().mapToLong(Integer::longValue).toArray();
        IntStream.range(0, count).forEach(i -> arrays.put("layer_" + 7 * i, Bits.random(held, random, lengths)));
        Path path = format.write(arrays);

        try (OpenedFile file = OpenedFile.open(path, path.getFileName().toString(), TestFiles.workspace())) {
            arrays.forEach((name, array) -> {
                Tensor tensor = format.find(file.entries(), path.getFileName().toString(), name);
                assertThat(tensor.info().shape())
                        .isEqualTo(LongStream.of(lengths).boxed().toList());
                assertThat(tensor.info().dtype()).isEqualTo(held);
                assertThat(Bits.numbers(tensor)).isEqualTo(array.numbers());
            });
        }
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void viewsOfATorchStorageGiveTheValuesTheyShow(
            @ForAll("dtypes") Dtype dtype,
            @ForAll @IntRange(min = 1, max = 9) int rows,
            @ForAll @IntRange(min = 1, max = 9) int columns,
            @ForAll @IntRange(max = 5) int offset,
            @ForAll @IntRange(min = 1, max = 4) int step,
            @ForAll boolean turned,
            @ForAll long seed) {
        int rowStride = turned ? step : columns * step;
        int columnStride = turned ? rows * step : step;
        int stored = offset + (rows - 1) * rowStride + (columns - 1) * columnStride + 1;
        Bits storage = Bits.random(dtype, new Random(seed), Math.max(stored, rows * columns));
        long[] shape = {rows, columns};
        Path path = TorchWriter.write(
                folder.resolve("view.pt"),
                new TorchWriter.View(storage, offset, shape, new long[] {rowStride, columnStride}));

        try (OpenedFile file = OpenedFile.open(path, "view.pt", TestFiles.workspace())) {
            Tensor tensor = file.entries().getFirst().tensor(Optional.empty());
            double[] all = storage.numbers();
            double[] shown = IntStream.range(0, rows * columns)
                    .mapToDouble(i -> all[offset + i / columns * rowStride + i % columns * columnStride])
                    .toArray();
            assertThat(Bits.numbers(tensor)).isEqualTo(shown);
        }
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void aTorchViewThatReachesOutOfItsStorageIsRefused(
            @ForAll("sizes") long offset, @ForAll("sizes") long length, @ForAll("sizes") long stride) {
        Bits storage = Bits.random(Dtype.F32, new Random(1), 10);
        Path path = TorchWriter.write(
                folder.resolve("view.pt"),
                new TorchWriter.View(storage, offset, new long[] {length, 2}, new long[] {stride, 1}));
        boolean inside = offset >= 0
                && offset <= 10
                && length >= 0
                && (length == 0
                        || (stride >= 0
                                && length <= 5
                                && (length == 1 || stride <= 10)
                                && offset + (length == 1 ? 0 : (length - 1) * stride) + 1 < 10));

        try (OpenedFile file = OpenedFile.open(path, "view.pt", TestFiles.workspace())) {
            assertThat(inside).isTrue();
            assertThat(Bits.numbers(file.entries().getFirst().tensor(Optional.empty())))
                    .hasSize((int) (2 * length));
        } catch (UnreadableFile refusal) {
            assertThat(inside).as(refusal.getMessage()).isFalse();
        }
    }

    @Provide
    Arbitrary<Long> sizes() {
        return Arbitraries.oneOf(
                Arbitraries.longs().between(0, 12),
                Arbitraries.of(-1L, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 32, 1L << 62, (1L << 61) + 1));
    }

    @Provide
    Arbitrary<Dtype> dtypes() {
        return Arbitraries.of(Dtype.class).filter(dtype -> dtype != Dtype.TEXT && dtype != Dtype.RAW16);
    }

    @Provide
    Arbitrary<List<Integer>> shapes() {
        return Arbitraries.integers().between(0, 6).list().ofMinSize(0).ofMaxSize(3);
    }
}
