package org.histogrid.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableFileTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(chars = {',', ';', '\t', '|'})
    void theSeparatorIsTold(char separator) {
        Table table = open("qid?question?label\nq1?a, b; c?1\nq2?d?0\n"
                .replace('?', separator)
                .replace("a, b; c", separator == ',' || separator == ';' ? "\"a, b; c\"" : "a, b; c"));

        assertThat(format(table)).isEqualTo("CSV, separated by " + (separator == '\t' ? "tabs" : separator));
        assertThat(table.columnNames()).containsExactly("qid", "question", "label");
        assertThat(table.column("question")).containsExactly("a, b; c", "d");
        assertThat(table.rows()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void allLineEndsAndAMissingLastOneAreRead(String end) {
        for (String last : List.of("", end, end + end)) {
            Table table = open(String.join(end, "id,label", "a,1", "b,\"x" + end + "y\"") + last);

            assertThat(table.rows()).isEqualTo(2);
            assertThat(table.column("label")).containsExactly("1", "x" + end + "y");
        }
    }

    @Test
    void rowsAreStreamedWithTheirNumbers() {
        var seen = new ArrayList<String>();

        open("id,label\na,1\n\nb,0\n").forEachRow(List.of("id", "label"), (row, cells) -> seen.add(row + " " + cells));

        assertThat(seen).containsExactly("1 [a, 1]", "2 [b, 0]");
    }

    @Test
    void theConsumerEndsTheReadingByThrowing() {
        var cancelled = new IllegalStateException("cancelled");

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> open("a,b\n1,2\n").forEachRow(List.of("a"), (row, cells) -> {
                    throw cancelled;
                }))
                .isSameAs(cancelled);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1\n0\n1\n",
                "true\nfalse\ntrue\n",
                "0.5,1\n0.25,0\n",
                "truthful\nhallucinated\ntruthful\n",
                "nan\n1\n2\n",
            })
    void aFirstRowOfValuesIsNoHeader(String content) {
        Table table = open(content);

        assertThat(format(table)).endsWith(", without a header");
        assertThat(table.columnNames().getFirst()).isEqualTo("column 1");
        assertThat(table.rows()).isEqualTo(content.lines().count());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "label\n1\n0\n",
                "2021,149,label\n0.5,0.25,1\n",
                ",0,1,2\n0,0.5,0.5,0.5\n1,0.5,0.5,0.5\n",
                "id,text\n1,id\n",
            })
    void aFirstRowOfNamesIsAHeader(String content) {
        Table table = open(content);

        assertThat(format(table)).doesNotContain("header");
        assertThat(table.rows()).isEqualTo(content.lines().count() - 1);
    }

    @Test
    void unquotedCellsLoseTheirBlanksAndQuotedOnesKeepThem() {
        assertThat(open("a, b\n 1 ,\" 2 \"\n").column("b")).containsExactly(" 2 ");
        assertThat(open("a, b\n 1 , 2\n").column("a")).containsExactly("1");
    }

    @Test
    void rowsOfAnotherLengthAreRefusedWithTheirNumber() {
        assertRefused("a,b\n1,2\n3\n", "samples.csv has 1 cell where 2 columns are expected, in row 2.", 2);
        assertRefused("a,b\n1,2\n3,4,5\n", "samples.csv has 3 cells where 2 columns are expected, in row 2.", 2);
        assertRefused("a\n1\n2,3\n", "samples.csv has 2 cells where 1 column is expected, in row 2.", 2);
    }

    @Test
    void blankLinesAreRefusedWhereTheyCouldBeMissingValues() {
        assertRefused(
                "label\n1\n\n0\n", "samples.csv has a blank line before row 2. Write \"\" for a missing value.", 2);
        assertThat(open("label\n1\n\"\"\n0\n\n\n").column("label")).containsExactly("1", "", "0");
    }

    @Test
    void brokenQuotesAreRefusedWithTheirRow() {
        assertRefused("a,b\n1,\"2\n3,4\n", "samples.csv opens a quote that does not end in row 1.", 1);
        assertRefused("a,b\n1,2\n\"3\"x,4\n", "samples.csv has text behind a closing quote in row 2.", 2);
        assertRefused("a,b\n1, \"2\"\n", "samples.csv has a blank before an opening quote in row 1.", 1);
    }

    @Test
    void textThatIsNoUtf8IsRefusedWithItsRow() throws IOException {
        byte[] latin1 = "id,name\n1,cafe\n2,caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
        assertRefused(latin1, "samples.csv is no valid UTF-8 text in row 2.", 2);
        byte[] header = "id,caf\u00e9\n1,2\n".getBytes(StandardCharsets.ISO_8859_1);
        assertRefused(header, "samples.csv is no valid UTF-8 text in its header.", 0);
        byte[] cutOff = "id,name\n1,caf\u00e9".getBytes(StandardCharsets.UTF_8);
        assertRefused(Arrays.copyOf(cutOff, cutOff.length - 1), "no valid UTF-8 text in row 1.", 1);
        assertRefused("id\n1\n\0\n", "samples.csv holds a zero character (NUL) in row 2.", 2);
    }

    @Test
    void aBadCharacterBehindManyRowsIsRefusedWithItsRow() throws IOException {
        String rows = "12345,67890\n".repeat(50_000);
        byte[] bytes = ("a,b\n" + rows + "x,\u00e9\n" + rows).getBytes(StandardCharsets.ISO_8859_1);

        assertRefused(bytes, "no valid UTF-8 text in row 50,001.", 50_001);
    }

    @Test
    void duplicateNamesAreRefused() {
        assertRefused("a,label,label\n1,2,3\n", "samples.csv has two columns of the name \"label\".", 0);
    }

    @Test
    void unknownColumnsAreRefusedWithTheNamesThereAre() {
        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(() -> open("id,label\na,1\n").column("Label"))
                .withMessage("samples.csv has no column \"Label\"; it has \"id\", \"label\".");
    }

    @Test
    void tablesWithoutRowsAreRefused() {
        assertRefused("id,label\n", "samples.csv has a header and no rows.");
        assertRefused("\n\n\n", "samples.csv is empty.");
        assertRefused("\uFEFF", "samples.csv is empty.");
    }

    @Test
    void cellsAndRowsBeyondTheBoundsAreRefused() {
        assertRefused(
                "a,b\n1," + "x".repeat(1_100_000) + "\n", "a cell of more than 1,048,576 characters in row 1.", 1);
        assertRefused("a,b\n1,\"" + "x\n".repeat(1_100_000), "a cell of more than 1,048,576 characters in row 1.", 1);
        assertRefused("a,b\n" + ",".repeat(70_000) + "\n", "has more than 65,536 cells in row 1.", 1);
        assertRefused(
                "a,b\n" + ("x".repeat(900_000) + ",").repeat(20) + "\n",
                "more than 16,777,216 characters in row 1.",
                1);
    }

    @Test
    void aFileChangedInBetweenIsRefused() throws IOException {
        Table table = open("id,label\na,1\n");
        write(new byte[0]);

        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(() -> table.column("label"))
                .withMessage("samples.csv changed while it was read.");
    }

    @Test
    void arraysAreNoTables() {
        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(() -> TestFiles.table(Fixtures.path("npy/v1_c_f4.npy"), "acts.npy"))
                .withMessage("acts.npy holds an array and no table.");
        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(() -> ArrayFile.open(Fixtures.path("csv/plain.csv"), "plain.csv"))
                .withMessage("plain.csv is a table and holds no arrays.");
    }

    private Table open(String content) {
        try {
            return TestFiles.table(write(content.getBytes(StandardCharsets.UTF_8)), "samples.csv");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("table"), bytes);
    }

    private void assertRefused(String content, String sentence) {
        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(() -> open(content))
                .withMessageContaining(sentence);
    }

    private void assertRefused(String content, String sentence, long row) {
        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(() -> open(content))
                .withMessageContaining(sentence)
                .satisfies(e -> assertThat(e.row()).hasValue(row));
    }

    private void assertRefused(byte[] content, String sentence, long row) throws IOException {
        Path path = write(content);
        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(() -> TestFiles.table(path, "samples.csv"))
                .withMessageContaining(sentence)
                .satisfies(e -> assertThat(e.row()).hasValue(row));
    }

    private static String format(Table table) {
        return ((SourceFile) table).contents().format();
    }
}
