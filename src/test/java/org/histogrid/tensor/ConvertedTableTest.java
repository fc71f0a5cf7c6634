package org.histogrid.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConvertedTableTest {

    @TempDir
    private Path folder;

    private Origin origin;
    private ConvertedTable table;

    @BeforeEach
    void convert() throws IOException {
        Path file = Files.writeString(folder.resolve("converted"), "id,score\na,0.1\nb,2\n");
        origin = TestFiles.origin(file, "acts.csv");
        CsvFile cells = (CsvFile) TestFiles.table(file, "acts.csv");
        MappedTensor numbers = NumberScratch.of(origin, Optional.empty(), List.of(2L, 2L), "numbers", out -> {
            for (double value : new double[] {1, 0.5, -2, Double.NaN}) {
                out.put(value);
            }
        });
        MappedTensor vectors = NumberScratch.of(origin, Optional.of("acts"), List.of(2L, 1L), "acts", out -> {
            out.put(7);
            out.put(8);
        });
        table = new ConvertedTable(
                origin,
                "Parquet",
                2,
                List.of(info("n0"), info("id"), info("n1"), info("score")),
                Optional.of(cells),
                Optional.of(new ConvertedTable.Numbers(List.of("n0", "n1"), numbers)),
                Map.of("acts", vectors),
                List.of("A note."));
    }

    @Test
    void itsContentsNameColumnsAndTensors() {
        assertThat(table.contents()).isInstanceOfSatisfying(FileContents.Table.class, contents -> {
            assertThat(contents.format()).isEqualTo("Parquet");
            assertThat(contents.columns()).extracting(ColumnInfo::name).containsExactly("n0", "id", "n1", "score");
            assertThat(contents.tensors()).extracting(TensorInfo::tensor).containsExactly(Optional.of("acts"));
            assertThat(contents.tensors().getFirst().shape()).containsExactly(2L, 1L);
            assertThat(contents.notes()).containsExactly("A note.");
        });
        assertThat(table.tensor(Optional.empty()).texts()).containsExactly("7", "8");
    }

    @Test
    void rowsJoinTextsAndNumbers() {
        List<String> seen = new ArrayList<>();

        table.forEachRow(List.of("n1", "id", "n0"), (row, cells) -> seen.add(row + " " + cells));

        assertThat(seen).containsExactly("1 [0.5, a, 1]", "2 [NaN, b, -2]");
        assertThat(table.column("n1")).containsExactly("0.5", "NaN");
        assertThat(table.column("id")).containsExactly("a", "b");
    }

    @Test
    void aMatrixOfNumbersIsTheirBlockOrSomeColumnsOfIt() {
        assertThat(values(table.matrix(List.of("n0", "n1")))).containsExactly(1.0, 0.5, -2.0, Double.NaN);
        assertThat(values(table.matrix(List.of("n1")))).containsExactly(0.5, Double.NaN);
        assertThat(values(table.matrix(List.of("n1", "n0")))).containsExactly(0.5, 1.0, Double.NaN, -2.0);
    }

    @Test
    void numbersAreNarrowedWhereTheSmallerTypeHoldsAll() {
        assertThat(narrowest(1, 0.5, -0.0, Double.NaN, Double.NEGATIVE_INFINITY, 65_504))
                .isEqualTo(Dtype.F16);
        assertThat(narrowest(1, 65_505)).isEqualTo(Dtype.F32);
        assertThat(narrowest(1, Double.NaN, 0x1p-24)).isEqualTo(Dtype.F16);
        assertThat(narrowest(1, 0x1p-149)).isEqualTo(Dtype.F32);
        assertThat(narrowest(1, 0.1)).isEqualTo(Dtype.F64);
        assertThat(narrowest(1, 1e300)).isEqualTo(Dtype.F64);
    }

    @Test
    void unknownColumnsAreRefusedWithTheNamesThereAre() {
        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(() -> table.matrix(List.of("n0", "x")))
                .withMessage("acts.csv has no column \"x\"; it has \"n0\", \"id\", \"n1\", \"score\".");
    }

    @Test
    void manyTextsAreKeptAsTheyAre() {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            texts.add("\u00e9".repeat(i));
        }
        TextList list = TextList.of(origin, "text", texts.size());
        texts.forEach(list::append);

        assertThat(list).isEqualTo(texts);
    }

    private Dtype narrowest(double... values) {
        String suffix = "narrow" + values[1] + values.length + values[values.length - 1];
        for (int round = 0; round < 2; round++) {
            MappedTensor written =
                    NumberScratch.of(origin, Optional.empty(), List.of((long) values.length), suffix, out -> {
                        for (double value : values) {
                            out.put(value);
                        }
                    });
            assertThat(values(written)).isEqualTo(values);
            if (round == 1) {
                return written.narrowest();
            }
        }
        throw new AssertionError();
    }

    private static double[] values(Tensor tensor) {
        double[] values = new double[(int) tensor.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = tensor.value(i);
        }
        return values;
    }

    private static ColumnInfo info(String name) {
        return new ColumnInfo(name, ColumnType.TEXT, 2, 2, true, List.of(), 0);
    }
}
