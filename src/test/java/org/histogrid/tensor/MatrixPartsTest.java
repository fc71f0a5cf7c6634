package org.histogrid.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A matrix in several arrays, in one layer of an array, or in quantised integers.
class MatrixPartsTest {

    private static final int SAMPLES = 700;
    private static final int NEURONS = 130;
    private static final int LAYERS = 3;

    @TempDir
    private Path folder;

    private final double[] values = values();

    private static double[] values() {
        double[] values = new double[SAMPLES * LAYERS * NEURONS];
        Arrays.setAll(values, i -> i);
        return values;
    }

    private static double expected(int sample, int layer, int neuron) {
        return ((double) sample * LAYERS + layer) * NEURONS + neuron;
    }

    @Test
    void eachLayerIsReadFromWhereverItsAxisLies() {
        for (List<Axis> order : List.of(
                List.of(Axis.SAMPLE, Axis.LAYER, Axis.NEURON),
                List.of(Axis.SAMPLE, Axis.NEURON, Axis.LAYER),
                List.of(Axis.LAYER, Axis.SAMPLE, Axis.NEURON),
                List.of(Axis.NEURON, Axis.LAYER, Axis.SAMPLE))) {
            for (boolean fortran : new boolean[] {false, true}) {
                Tensor tensor = written(order, fortran);
                for (int layer = 0; layer < LAYERS; layer++) {
                    assertLayer(tensor, order, layer);
                }
            }
        }
    }

    private Tensor written(List<Axis> order, boolean fortran) {
        int[] lengths = order.stream().mapToInt(MatrixPartsTest::length).toArray();
        double[] inOrder = new double[values.length];
        for (int i = 0; i < inOrder.length; i++) {
            int[] at = new int[3];
            int rest = i;
            for (int axis = 2; axis >= 0; axis--) {
                at[order.get(axis).ordinal() == Axis.SAMPLE.ordinal() ? 0 : order.get(axis) == Axis.LAYER ? 1 : 2] =
                        rest % lengths[axis];
                rest /= lengths[axis];
            }
            inOrder[i] = expected(at[0], at[1], at[2]);
        }
        Path path = folder.resolve("acts-" + order + fortran + ".npy");
        NpyWriter.write(
                path,
                Dtype.F64,
                fortran,
                false,
                1,
                Arrays.stream(lengths).asLongStream().toArray(),
                inOrder);
        return TestFiles.open(path, "acts.npy").tensor(Optional.empty());
    }

    private static int length(Axis axis) {
        return switch (axis) {
            case SAMPLE -> SAMPLES;
            case LAYER -> LAYERS;
            case NEURON -> NEURONS;
            case DROP -> 1;
        };
    }

    private static void assertLayer(Tensor tensor, List<Axis> order, int layer) {
        MatrixReader matrix =
                MatrixReader.of(List.of(tensor), order, new Reading(Optional.empty(), layer, Optional.empty()));
        double[] streamed = Fixtures.streamed(matrix, 200_000);
        for (int i = 0; i < streamed.length; i++) {
            assertThat(streamed[i]).isEqualTo(expected(i / NEURONS, layer, i % NEURONS));
        }
        assertThat(matrix.value(17, 5)).isEqualTo(expected(17, layer, 5));
    }

    @Test
    void batchesAreConcatenatedInOrder() {
        List<Tensor> batches = new ArrayList<>();
        int row = 0;
        for (int rows : new int[] {25, 1, 300, 374}) {
            double[] part = Arrays.copyOfRange(values, row * NEURONS, (row + rows) * NEURONS);
            Path path = NpyWriter.write(
                    folder.resolve("batch-" + row + ".npy"),
                    Dtype.F32,
                    false,
                    row == 26,
                    1,
                    new long[] {rows, NEURONS},
                    part);
            batches.add(TestFiles.open(path, "batch.npy").tensor(Optional.empty()));
            row += rows;
        }

        MatrixReader matrix = MatrixReader.of(batches, List.of(Axis.SAMPLE, Axis.NEURON), Reading.PLAIN);

        assertThat(matrix.samples()).isEqualTo(SAMPLES);
        assertThat(Fixtures.streamed(matrix, 50_000)).isEqualTo(Arrays.copyOf(values, SAMPLES * NEURONS));
        assertThat(matrix.value(25, 3)).isEqualTo(25 * NEURONS + 3);
        assertThat(matrix.value(699, 0)).isEqualTo(699 * NEURONS);
    }

    @Test
    void filesOfOneSampleAreStackedAndEachLayerIsRead() {
        List<Tensor> files = new ArrayList<>();
        for (int sample = 0; sample < 40; sample++) {
            double[] part = Arrays.copyOfRange(values, sample * LAYERS * NEURONS, (sample + 1) * LAYERS * NEURONS);
            Path path = NpyWriter.write(
                    folder.resolve("act-" + sample + ".npy"),
                    Dtype.F64,
                    false,
                    false,
                    1,
                    new long[] {LAYERS, NEURONS},
                    part);
            files.add(TestFiles.open(path, "act.npy").tensor(Optional.empty()));
        }

        MatrixReader matrix = MatrixReader.of(
                files, List.of(Axis.LAYER, Axis.NEURON), new Reading(Optional.empty(), 2, Optional.empty()));

        assertThat(matrix.samples()).isEqualTo(40);
        double[] streamed = Fixtures.streamed(matrix, 4_096);
        for (int i = 0; i < streamed.length; i++) {
            assertThat(streamed[i]).isEqualTo(expected(i / NEURONS, 2, i % NEURONS));
        }
    }

    @Test
    void partsOfDifferentTypesAreStoredInOneThatHoldsAll() {
        Tensor small = TestFiles.open(
                        NpyWriter.write(folder.resolve("a.npy"), Dtype.F16, false, false, 1, new long[] {1, 2}, 0.5, 1),
                        "a.npy")
                .tensor(Optional.empty());
        Tensor brain = TestFiles.open(
                        NpyWriter.write(
                                folder.resolve("b.npy"), Dtype.RAW16, false, false, 1, new long[] {1, 2}, 0x3f80, 0),
                        "b.npy")
                .tensor(Optional.empty());
        assertThat(MatrixReader.of(List.of(small, small), List.of(Axis.SAMPLE, Axis.NEURON), Reading.PLAIN)
                        .stored())
                .isEqualTo(Dtype.F16);
        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(
                        () -> MatrixReader.of(List.of(small, brain), List.of(Axis.SAMPLE, Axis.NEURON), Reading.PLAIN))
                .withMessageStartingWith("b.npy holds raw 16-bit values");
    }

    @Test
    void partsWithOtherNeuronsAreRefused() {
        Tensor two = TestFiles.open(NpyWriter.sparse(folder.resolve("a.npy"), Dtype.F32, false, 3, 2), "a.npy")
                .tensor(Optional.empty());
        Tensor three = TestFiles.open(NpyWriter.sparse(folder.resolve("b.npy"), Dtype.F32, false, 3, 3), "b.npy")
                .tensor(Optional.empty());

        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(
                        () -> MatrixReader.of(List.of(two, three), List.of(Axis.SAMPLE, Axis.NEURON), Reading.PLAIN))
                .withMessage("b.npy has 3 neurons, but a.npy has 2: they are no parts of one matrix.");
    }

    @Test
    void quantisedIntegersBecomeNumbersNeuronByNeuron() {
        Tensor bytes = TestFiles.open(
                        NpyWriter.write(
                                folder.resolve("q.npy"), Dtype.U8, false, false, 1, new long[] {2, 2}, 0, 255, 10, 1),
                        "q.npy")
                .tensor(Optional.empty());
        var affine = new Affine(new double[] {0.5, 0.01}, new double[] {-1, 3});

        MatrixReader matrix = MatrixReader.of(
                List.of(bytes),
                List.of(Axis.SAMPLE, Axis.NEURON),
                new Reading(Optional.empty(), 0, Optional.of(affine)));

        assertThat(matrix.stored()).isEqualTo(Dtype.F32);
        assertThat(Fixtures.streamed(matrix, 1_000)).containsExactly(-1, (float) 5.55, 4, (float) 3.01);
        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(() -> MatrixReader.of(
                        List.of(bytes),
                        List.of(Axis.SAMPLE, Axis.NEURON),
                        new Reading(Optional.empty(), 0, Optional.of(new Affine(new double[3], new double[] {0})))))
                .withMessage("q.npy has 2 neurons, but 3 scales are given for them.");
    }

    @Test
    void layersThatAreNotThereAreRefused() {
        Tensor tensor = TestFiles.open(NpyWriter.sparse(folder.resolve("a.npy"), Dtype.F32, false, 3, 2, 4), "a.npy")
                .tensor(Optional.empty());

        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(() -> MatrixReader.of(
                        List.of(tensor),
                        List.of(Axis.SAMPLE, Axis.LAYER, Axis.NEURON),
                        new Reading(Optional.empty(), 2, Optional.empty())))
                .withMessage("a.npy has 2 layers: there is no entry 2, counted from 0.");
    }
}
