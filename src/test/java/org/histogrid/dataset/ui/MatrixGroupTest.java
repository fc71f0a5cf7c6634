package org.histogrid.dataset.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.histogrid.dataset.ImportSpec.Matrix;
import org.histogrid.tensor.Dtype;
import org.histogrid.tensor.FileContents;
import org.histogrid.tensor.TensorInfo;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MatrixGroupTest {

    private static TensorInfo tensor(String file, @Nullable String name, Long... shape) {
        return new TensorInfo(file, Optional.ofNullable(name), List.of(shape), Dtype.F32, "C", false, 64);
    }

    private static FileContents npz() {
        return new FileContents.Arrays(
                "acts.npz",
                "npz",
                List.of(
                        tensor("acts.npz", "layer_8", 60L, 16L),
                        tensor("acts.npz", "layer_16", 60L, 16L),
                        tensor("acts.npz", "mean", 60L, 16L),
                        tensor("acts.npz", "layer_24", 60L, 32L)),
                List.of());
    }

    private static Matrix matrix(String tensor, int layer) {
        return new Matrix("acts.npz", tensor, null, "resid_post", layer, null, null, "last", null, null, null, null);
    }

    @Test
    void layersOfOneShapeAreOneLine() {
        var groups = MatrixGroup.of(
                List.of(matrix("layer_8", 8), matrix("layer_16", 16), matrix("mean", 0), matrix("layer_24", 24)),
                List.of(npz()));

        assertThat(groups)
                .extracting(MatrixGroup::name)
                .containsExactly("acts.npz, layer_*", "acts.npz, mean", "acts.npz, layer_24");
        assertThat(groups.getFirst().layers()).containsExactly(8, 16);
        assertThat(groups).extracting(MatrixGroup::first).containsExactly(0, 2, 3);
    }

    @Test
    void lineWithAnotherSiteStandsAlone() {
        var other = new Matrix("acts.npz", "layer_16", null, "mlp_out", 16, null, null, "last", null, null, null, null);
        assertThat(MatrixGroup.of(List.of(matrix("layer_8", 8), other), List.of(npz())))
                .hasSize(2);
    }

    @Test
    void membersOfAnArchiveAreToldByGroups() {
        var members = IntStream.range(0, 3000)
                .<FileContents>mapToObj(i -> new FileContents.Arrays(
                        "a.zip/act_%d.npy".formatted(i),
                        ".npy",
                        List.of(tensor("a.zip/act_%d.npy".formatted(i), null, 33L, 4096L)),
                        List.of()))
                .toList();
        var groups = FileGroup.of(members);
        assertThat(groups).hasSize(1);
        assertThat(groups.getFirst().name()).isEqualTo("act_*.npy");
        assertThat(groups.getFirst().inWords()).isEqualTo("3\u202f000 arrays of 33 × 4\u202f096, F32");
    }

    @Test
    void axesAreOfferedThatFitTheShape() {
        assertThat(AxisOrders.of(List.of(60L, 16L), false)).hasSize(2);
        assertThat(AxisOrders.of(List.of(60L, 3L, 16L), false)).hasSize(6).allMatch(order -> order.contains("layer"));
        assertThat(AxisOrders.of(List.of(60L, 1L, 16L), false)).contains(List.of("sample", "_", "neuron"));
        assertThat(AxisOrders.of(List.of(33L, 4096L), true)).contains(List.of("layer", "neuron"));
        assertThat(AxisOrders.inWords(List.of("sample", "layer", "neuron"), List.of(60L, 3L, 16L)))
                .isEqualTo("60 samples × 3 layers × 16 neurons");
    }
}
