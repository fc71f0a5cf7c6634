package org.histogrid.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Files that DuckDB wrote: `kinds.parquet` of ten rows with a column of each kind, `holes.parquet` of 5,000 rows with
/// one float missing.
class ParquetFileTest {

    private final SourceFile kinds = TestFiles.open(Fixtures.path("parquet/kinds.parquet"), "kinds.parquet");
    private final SourceFile holes = TestFiles.open(Fixtures.path("parquet/holes.parquet"), "holes.parquet");

    @Test
    void eachKindOfValueBecomesText() {
        Table table = kinds.table();

        assertThat(table.rows()).isEqualTo(10);
        assertThat(table.columnNames().subList(0, 4)).containsExactly("layer.0", "layer.1", "holes", "t");
        assertThat(table.column("t")).startsWith("0", "1", "2");
        assertThat(table.column("u")).startsWith("18446744073709551600");
        assertThat(table.column("truth")).startsWith("true", "false");
        assertThat(table.column("txt")).startsWith("say \"0\", \n ok");
        assertThat(table.column("ts")).containsOnly("2024-01-02T03:04:05.678");
        assertThat(table.column("tz")).containsOnly("2024-01-02T03:04:05Z");
        assertThat(table.column("d")).containsOnly("2024-02-29");
        assertThat(table.column("ti")).containsOnly("12:34:56");
        assertThat(table.column("dec")).containsOnly("123.45");
        assertThat(table.column("u4")).allMatch(text -> text.matches("[0-9a-f-]{36}"));
        assertThat(table.column("b")).containsOnly("ab");
        assertThat(table.column("empties")).containsOnly("");
        assertThat(table.column("layer.1").subList(0, 3)).containsExactly("0", "0.3", "0.6");
    }

    @Test
    void listsOfOneLengthAreArraysInTheTypeTheyHave() {
        assertThat(kinds.contents().tensors()).extracting(TensorInfo::dtype).containsExactly(Dtype.F32, Dtype.I16);
        Tensor nested = kinds.tensor(Optional.of("nested"));
        assertThat(nested.info().shape()).containsExactly(10L, 3L, 2L);
        assertThat(nested.value(6 * 7 + 4)).isEqualTo(7);
        assertThat(kinds.tensor(Optional.of("shorts")).info().shape()).containsExactly(10L, 2L);
    }

    @Test
    void whatIsNotReadIsNamed() {
        assertThat(kinds.contents().notes())
                .containsExactly(
                        "\"words\" holds lists of something else than numbers, which are not read.",
                        "\"rec\" holds records, which are not read.",
                        "\"bb\" holds bytes that are no text.",
                        "\"ragged\" is no array: row 6 has 1 values where the first row has 2.");
    }

    @Test
    void columnsThatFollowOneAnotherAreOneArrayAsTheyAre() {
        Tensor both = kinds.table().matrix(List.of("layer.0", "layer.1"));

        assertThat(both.info().dtype()).isEqualTo(Dtype.F32);
        assertThat(both.value(2)).isEqualTo((float) 0.1);
        assertThat(both.value(19)).isEqualTo((float) 2.7);
    }

    @Test
    void anEmptyCellIsAllowedWhereNoNeuronIsWanted() {
        Table table = holes.table();

        assertThat(table.column("n1").subList(2, 5)).containsExactly("0.20000000298023224", "", "0.4000000059604645");
        assertThat(table.matrix(List.of("n0", "n2")).value(9_999)).isEqualTo((float) 1499.7);
        assertThat(table.matrix(List.of("n2", "n0")).value(9_999)).isEqualTo((float) 499.9);
        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(() -> table.matrix(List.of("n0", "n1")))
                .satisfies(refusal -> {
                    assertThat(refusal.row()).hasValue(4);
                    assertThat(refusal.column()).contains("n1");
                });
    }
}
