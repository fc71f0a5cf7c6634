package org.histogrid.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.DatasetCreationOptions;
import io.jhdf.api.WritableGroup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Hdf5FileTest {

    @TempDir
    private Path folder;

    private Path path;

    @BeforeEach
    void write() {
        path = folder.resolve("written");
        try (WritableHdfFile file = HdfFile.write(path)) {
            WritableGroup group = file.putGroup("run").putGroup("layer 3");
            group.putDataset("acts", new double[][] {{1, 2.5}, {-3, Double.NaN}, {5, 6}});
            file.putDataset("ids", new String[] {"a", "b\u00e9", ""});
            file.putDataset("labels", new byte[] {1, 0, 1});
            file.putDataset("counts", new long[][][] {{{1L << 60}, {-1}}});
        }
    }

    @Test
    void arraysAreNamedByTheirPath() {
        SourceFile file = TestFiles.open(path, "run.h5");

        assertThat(file.contents().tensors())
                .extracting(info -> info.tensor().orElseThrow() + " " + info.dtype() + info.shape())
                .containsExactlyInAnyOrder(
                        "run/layer 3/acts F64[3, 2]", "ids TEXT[3]", "labels I8[3]", "counts I64[1, 2, 1]");
        Tensor acts = file.tensor(Optional.of("run/layer 3/acts"));
        assertThat(List.of(acts.value(1), acts.value(2), acts.value(3))).containsExactly(2.5, -3.0, Double.NaN);
        assertThat(file.tensor(Optional.of("ids")).texts()).containsExactly("a", "b\u00e9", "");
        assertThat(file.tensor(Optional.of("labels")).texts()).containsExactly("1", "0", "1");
        assertThat(file.tensor(Optional.of("counts")).texts()).containsExactly("1152921504606846976", "-1");
    }

    @Test
    void chunksArePutTogetherWhateverTheyAreCutInto() {
        float[][] values = new float[101][37];
        for (int i = 0; i < values.length; i++) {
            for (int k = 0; k < values[i].length; k++) {
                values[i][k] = i * 1_000 + k;
            }
        }
        Path chunked = folder.resolve("chunked");
        try (WritableHdfFile file = HdfFile.write(chunked)) {
            file.putDataset("plain", values, chunks(16, 10).build());
            file.putDataset("packed", values, chunks(7, 37).shuffle().deflate().build());
            file.putDataset("one", values, chunks(101, 37).deflate().build());
        }
        SourceFile file = TestFiles.open(chunked, "chunked.h5");
        for (String name : List.of("plain", "packed", "one")) {
            MatrixReader matrix = MatrixReader.of(file.tensor(Optional.of(name)), List.of(Axis.SAMPLE, Axis.NEURON));
            for (int i = 0; i < values.length; i++) {
                for (int k = 0; k < values[i].length; k++) {
                    assertThat(matrix.value(i, k)).as(name).isEqualTo(values[i][k]);
                }
            }
        }
    }

    private static DatasetCreationOptions.Builder chunks(int... lengths) {
        return DatasetCreationOptions.builder().chunkDimensions(lengths);
    }

    @Test
    void askingAgainStartsNoProcess() throws Exception {
        Origin origin = TestFiles.origin(path, "run.h5");
        assertThat(new Hdf5File(origin).tensor(Optional.of("ids")).texts()).hasSize(3);
        Files.delete(path);

        assertThat(new Hdf5File(origin).contents().tensors()).hasSize(4);
        assertThat(new Hdf5File(origin).tensor(Optional.of("ids")).texts()).containsExactly("a", "b\u00e9", "");
    }

    @Test
    void arraysThatAreNotThereAreRefusedWithThoseThatAre() {
        SourceFile file = TestFiles.open(path, "run.h5");

        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(() -> file.tensor(Optional.of("acts")))
                .withMessageStartingWith("run.h5 has no tensor \"acts\"; it has ");
        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(file::table)
                .withMessage("run.h5 holds arrays and no table.");
    }
}
