package org.histogrid.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.histogrid.base.BadInput;
import org.histogrid.dataset.ImportStatus.StagedFile;
import org.histogrid.tensor.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TensorPreviewTest {

    @TempDir
    private Path folder;

    private ImportFiles files(String name, byte[] bytes) throws IOException {
        Files.write(folder.resolve(name), bytes);
        return new ImportFiles(
                List.of(new StagedFile(name, name, bytes.length, "")),
                file -> folder.resolve(file.stored()),
                Workspace.in(folder.resolve("unpacked")));
    }

    private TensorLook look(String name, byte[] bytes, String column) throws IOException {
        try (var files = files(name, bytes)) {
            return TensorPreview.of(files, name, Optional.of(column).filter(text -> !text.isEmpty()));
        }
    }

    @Test
    void firstRowsAndColumnsOfAMatrixAreShown() throws IOException {
        var look = look("acts.npy", TestNpy.f32(10, 12, (s, n) -> s + n / 16f), "");
        assertThat(look.cells()).hasSize(6).allMatch(row -> row.size() == 8);
        assertThat(look.cells().get(2).get(3)).isEqualTo("2.1875");
        assertThat(look.allRows()).isEqualTo(10);
        assertThat(look.allColumns()).isEqualTo(12);
        var values = look.values().orElseThrow();
        assertThat(values.isAll()).isTrue();
        assertThat(values.low()).isZero();
        assertThat(values.high()).isEqualTo(9 + 11 / 16.0);
        assertThat(values.histogram().total()).isEqualTo(120);
    }

    @Test
    void valuesThatAreNoNumbersAreCountedApart() throws IOException {
        var look = look(
                "acts.npy",
                TestNpy.f32(4, 4, (s, n) -> s == 0 ? Float.NaN : s == 1 ? Float.NEGATIVE_INFINITY : s * 1e-7f),
                "");
        assertThat(look.cells().getFirst()).containsOnly("NaN");
        assertThat(look.cells().get(1)).containsOnly("-Inf");
        assertThat(look.cells().get(2)).containsOnly("2e-7");
        var values = look.values().orElseThrow();
        assertThat(values.histogram().nan()).isEqualTo(4);
        assertThat(values.infinite()).isEqualTo(4);
        assertThat(values.histogram().total()).isEqualTo(8);
    }

    @Test
    void matrixWithoutAFiniteValueIsLookedAt() throws IOException {
        var values = look("acts.npy", TestNpy.f32(2, 2, (s, n) -> Float.NaN), "")
                .values()
                .orElseThrow();
        assertThat(values.low()).isZero();
        assertThat(values.histogram().nan()).isEqualTo(4);
    }

    @Test
    void someOfALargeArrayIsReadInRunsThatCoverIt() {
        var positions = TensorPreview.positions(5_000_000_000L);
        assertThat(positions).hasSize(TensorPreview.MOST_VALUES).isSorted();
        assertThat(positions[0]).isLessThan(10_000_000);
        assertThat(positions[positions.length - 1]).isBetween(4_990_000_000L, 4_999_999_999L);
        assertThat(Arrays.stream(positions).distinct().count()).isEqualTo(positions.length);

        var barely = TensorPreview.positions(TensorPreview.MOST_VALUES + 1L);
        assertThat(Arrays.stream(barely).distinct().count()).isEqualTo(barely.length);
        assertThat(barely).isSorted().endsWith(Arrays.stream(barely).max().orElse(0));
    }

    @Test
    void columnOfATableComesFirstWithItsNumbers() throws IOException {
        var look = look("t.csv", "id,p,q\na,1,5\nb,,6\nc,-inf,7\nd,2,8\n".getBytes(), "p");
        assertThat(look.columns()).containsExactly("p", "id", "q");
        assertThat(look.cells().getFirst()).containsExactly("1", "a", "5");
        var values = look.values().orElseThrow();
        assertThat(values.histogram().total()).isEqualTo(2);
        assertThat(values.histogram().nan()).isEqualTo(1);
        assertThat(values.infinite()).isEqualTo(1);
    }

    @Test
    void longTableStopsAfterItsFirstRows() throws IOException {
        var text = new StringBuilder("id,word\n");
        for (var i = 0; i < 5000; i++) {
            text.append(i).append(",w\n");
        }
        var look = look("t.csv", text.toString().getBytes(), "");
        assertThat(look.cells()).hasSize(6);
        assertThat(look.allRows()).isEqualTo(5000);
        assertThat(look.values().orElseThrow().what()).isEqualTo("values of id");
    }

    @Test
    void unknownColumnIsRefusedWithThoseThereAre() {
        assertThatThrownBy(() -> look("t.csv", "a,b\n1,2\n".getBytes(), "c"))
                .isInstanceOf(BadInput.class)
                .hasMessage("t.csv has no column c.");
    }

    @Test
    void valuesAreCountedByValueAndMostFrequentFirst() {
        var counts = LabelCounts.of("p", List.of("0", "1", "1.0", "", "nan", "1", "0.5"));
        assertThat(counts.values())
                .extracting(LabelCounts.ValueCount::value, LabelCounts.ValueCount::count)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("1", 3),
                        org.assertj.core.groups.Tuple.tuple("0", 1),
                        org.assertj.core.groups.Tuple.tuple("0.5", 1));
        assertThat(counts.empty()).isEqualTo(2);
        assertThat(counts.score()).isPresent();
        assertThat(counts.classes(Map.of("yes", List.of("1", "0.50"))))
                .extracting(LabelClass::count)
                .containsExactly(4);
        assertThat(LabelCounts.of("w", List.of("yes", "1")).score()).isEmpty();
    }
}
