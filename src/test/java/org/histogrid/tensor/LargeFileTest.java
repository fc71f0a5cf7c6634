package org.histogrid.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.foreign.MemorySegment;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeFileTest {

    private static final List<Axis> SAMPLE_NEURON = List.of(Axis.SAMPLE, Axis.NEURON);

    @TempDir
    private Path folder;

    @Test
    void aFileOfFiveGigabytesIsReadToItsLastNeuron() throws IOException {
        Path path = sparse(Dtype.F32, 1_000, 1_250_000);
        try (var file = new RandomAccessFile(path.toFile(), "rw")) {
            file.seek(file.length() - 4);
            file.write(new byte[] {0, 0, (byte) 0x80, 0x3f});
        }
        try (ArrayFile array = ArrayFile.open(path, "acts.npy")) {
            assertThat(array.info().bytes()).isEqualTo(5_000_000_000L);
            assertThat(array.value(1_249_999_999L)).isEqualTo(1);
            assertThat(MatrixReader.of(array.tensor(), SAMPLE_NEURON).value(999, 1_249_999))
                    .isEqualTo(1);

            MatrixReader turned = MatrixReader.of(array.tensor(), List.of(Axis.NEURON, Axis.SAMPLE));
            assertThat(turned.value(1_249_999, 999)).isEqualTo(1);
        }
    }

    @Test
    void blocksAreStreamedFromBeyondTwoGigabytes() throws IOException {
        Path path = sparse(Dtype.F64, 300, 1_000_000);
        try (var file = new RandomAccessFile(path.toFile(), "rw")) {
            file.seek(file.length() - 8);
            file.write(new byte[] {0, 0, 0, 0, 0, 0, (byte) 0xf0, 0x3f});
        }
        try (ArrayFile array = ArrayFile.open(path, "acts.npy")) {
            var part = MatrixPart.of(array.tensor(), SAMPLE_NEURON, Reading.PLAIN, 0);
            byte[] last = new byte[2_400];
            new Blocks(part, Dtype.F64, Optional.empty())
                    .read(999_999, new MemorySegment[] {MemorySegment.ofArray(last)});
            assertThat(last).hasSize(2_400).endsWith(0, 0, 0, 0, 0, 0, (byte) 0xf0, 0x3f);
        }
    }

    @Test
    void streamingAllocatesOneBlockAtATime() throws IOException {
        Path path = sparse(Dtype.F32, 18_750, 4_000);
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        try (ArrayFile array = ArrayFile.open(path, "acts.npy")) {
            assertThat(array.info().bytes()).isEqualTo(300_000_000L);
            long[] last = {threads.getCurrentThreadAllocatedBytes()};
            int[] seen = {0};
            MatrixReader.of(array.tensor(), SAMPLE_NEURON).forEachBlock((first, payloads) -> {
                long now = threads.getCurrentThreadAllocatedBytes();
                assertThat(now - last[0]).isLessThan(MatrixReader.BLOCK_BYTES + (2L << 20));
                assertThat((long) payloads.length * payloads[0].length).isLessThanOrEqualTo(MatrixReader.BLOCK_BYTES);
                assertThat(first).isEqualTo(seen[0]);
                seen[0] += payloads.length;
                last[0] = threads.getCurrentThreadAllocatedBytes();
            });
            assertThat(seen[0]).isEqualTo(4_000);
        }
    }

    @Test
    void manyShortNeuronsStayWithinTheBlockToo() throws IOException {
        Path path = sparse(Dtype.F16, 1, 3_000_000);
        try (ArrayFile array = ArrayFile.open(path, "acts.npy")) {
            MatrixReader.of(array.tensor(), SAMPLE_NEURON)
                    .forEachBlock((first, payloads) ->
                            assertThat(payloads.length).isLessThanOrEqualTo(MatrixReader.BLOCK_BYTES / 34));
        }
    }

    private Path sparse(Dtype dtype, long... shape) throws IOException {
        Path probe = Files.createTempFile(folder, "sparse", null);
        try (var file = new RandomAccessFile(probe.toFile(), "rw")) {
            file.setLength(6_000_000_000L);
        } catch (IOException e) {
            assumeThat(e).as("the file system holds no sparse files").isNull();
        }
        Files.delete(probe);
        return NpyWriter.sparse(folder.resolve("acts.npy"), dtype, false, shape);
    }
}
