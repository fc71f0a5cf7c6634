package org.histogrid.dataset.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.histogrid.dataset.ImportSpec.Matrix;
import org.histogrid.tensor.FileContents;
import org.histogrid.tensor.TensorInfo;

/// Matrices that are one line of the form: the layers of one run, which differ in the number of their name and in
/// their layer only.
///
/// @param first    the place of the first among all
/// @param matrices at least one
record MatrixGroup(int first, List<Matrix> matrices) {

    MatrixGroup {
        matrices = List.copyOf(matrices);
    }

    static List<MatrixGroup> of(List<Matrix> all, List<FileContents> contents) {
        var groups = new ArrayList<MatrixGroup>();
        for (var i = 0; i < all.size(); ) {
            var form = form(all.get(i), contents);
            var end = i + 1;
            while (end < all.size() && form.equals(form(all.get(end), contents))) {
                end++;
            }
            groups.add(new MatrixGroup(i, all.subList(i, end)));
            i = end;
        }
        return groups;
    }

    static List<MatrixGroup> separately(List<Matrix> all) {
        return IntStream.range(0, all.size())
                .mapToObj(i -> new MatrixGroup(i, List.of(all.get(i))))
                .toList();
    }

    private static List<Object> form(Matrix matrix, List<FileContents> contents) {
        var shape = SpecFiles.tensor(matrix, contents).map(TensorInfo::shape);
        return List.of(
                String.valueOf(matrix.file()).replaceAll("\\d+", "0"),
                String.valueOf(matrix.tensor()).replaceAll("\\d+", "0"),
                shape,
                matrix.layers() == null ? "" : matrix,
                Objects.hash(
                        matrix.columns(),
                        matrix.site(),
                        matrix.convention(),
                        matrix.token(),
                        matrix.axes(),
                        matrix.neurons(),
                        matrix.dtype(),
                        matrix.quantised()));
    }

    Matrix one() {
        return matrices.getFirst();
    }

    int size() {
        return matrices.size();
    }

    /// "acts.npz, layer_*"
    String name() {
        var file = FileGroup.pattern(
                matrices.stream().map(matrix -> String.valueOf(matrix.file())).toList());
        return one().tensor() == null
                ? file
                : file + ", "
                        + FileGroup.pattern(matrices.stream()
                                .map(matrix -> String.valueOf(matrix.tensor()))
                                .toList());
    }

    /// The layers of all, as far as they are known.
    List<Integer> layers() {
        var own = one().layers();
        return own != null
                ? own
                : matrices.stream()
                        .filter(matrix -> matrix.layer() != null)
                        .map(Matrix::layer)
                        .toList();
    }
}
