package org.histogrid.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InspectionTest {

    @TempDir
    private Path folder;

    @Test
    void columnsAreDescribed() throws IOException {
        FileContents.Table table = table("""
                id,score,ok,text,note
                1,0.5,True,a,
                2,-1e-3,FALSE,b,
                3,,true,1,
                3,nan,,a,
                """);

        assertThat(table.rows()).isEqualTo(4);
        assertThat(table.format()).isEqualTo("CSV, separated by ,");
        assertThat(table.columns())
                .containsExactly(
                        new ColumnInfo("id", ColumnType.INTEGER, 4, 3, true, List.of("1", "2", "3"), 0),
                        new ColumnInfo("score", ColumnType.NUMBER, 4, 3, true, List.of("0.5", "-1e-3", "nan"), 1),
                        new ColumnInfo("ok", ColumnType.BOOLEAN, 4, 3, true, List.of("True", "FALSE", "true"), 1),
                        new ColumnInfo("text", ColumnType.TEXT, 4, 3, true, List.of("a", "b", "1"), 0),
                        new ColumnInfo("note", ColumnType.TEXT, 4, 0, true, List.of(), 4));
    }

    @Test
    void integersAndNumbersAreNumbersTogetherAndTruthIsNone() throws IOException {
        assertThat(table("a,b\n1,1\n0.5,true\n").columns())
                .extracting(ColumnInfo::type)
                .containsExactly(ColumnType.NUMBER, ColumnType.TEXT);
    }

    @Test
    void countingDifferentValuesStopsAtABoundAndSaysSo() throws IOException {
        String rows = IntStream.range(0, 10_001).mapToObj(String::valueOf).collect(Collectors.joining("\n"));

        ColumnInfo column = table("id\n" + rows + "\n").columns().getFirst();

        assertThat(column.distinct()).isEqualTo(10_000);
        assertThat(column.distinctExact()).isFalse();
        assertThat(column.examples()).containsExactly("0", "1", "2", "3", "4");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "8002635f; acts.pkl; a Python pickle, which is never loaded",
                "80049500; acts.npy; a Python pickle, which is never loaded",
                "3c21444f43545950452068746d6c3e; acts.csv; a web page",
                "0a3c48544d4c3e; acts.csv; a web page",
                "76657273696f6e2068747470733a2f2f6769742d6c6673; acts.npy; a Git LFS pointer and not the file itself",
                "fffe61002c00; acts.csv; UTF-16 text",
                "504b0304; acts.xlsx; an Excel workbook",
                "28b52ffd; acts.npy; a Zstandard file",
                "612c62; acts; of a kind that neither its content nor its name tells",
            })
    void otherFormatsAreRefusedByName(String hex, String name, String kind) throws IOException {
        Path path = write(HexFormat.of().parseHex(hex));

        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(() -> TestFiles.inspect(path, name))
                .withMessageStartingWith(name + " is " + kind + ". What is read: .npy, .npz, ");
    }

    @Test
    void theContentDecidesBeforeTheName() {
        assertThat(TestFiles.inspect(Fixtures.path("npy/v1_c_f4.npy"), "acts.csv"))
                .isInstanceOf(FileContents.Arrays.class);
    }

    @Test
    void aTableMayBeginLikeTheSignatureOfAnotherFormat() throws IOException {
        assertThat(table("PAR1,PAR2\n1,2\n").columns()).hasSize(2);
        assertThat(table("BZh,FEA1\n1,2\n").columns()).hasSize(2);
    }

    @Test
    void longTextsAreNotKeptToCountThem() throws IOException {
        String rows =
                IntStream.range(0, 40).mapToObj(i -> i + "x".repeat(1_000_000)).collect(Collectors.joining("\n"));

        ColumnInfo column = table("text\n" + rows + "\n").columns().getFirst();

        assertThat(column.distinctExact()).isFalse();
        assertThat(column.examples()).hasSize(5).allMatch(example -> example.length() < 210);
    }

    private FileContents.Table table(String content) throws IOException {
        Path path = write(content.getBytes(StandardCharsets.UTF_8));
        return (FileContents.Table) TestFiles.inspect(path, "samples.csv");
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("file"), bytes);
    }
}
