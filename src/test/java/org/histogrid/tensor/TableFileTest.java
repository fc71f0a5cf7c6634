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
import java.util.Optional;
import java.util.stream.IntStream;
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
        assertRefused("a,b\n1," + "x".repeat(1_100_000) + "\n", "a cell of more than 1,048,576 bytes in row 1.", 1);
        assertRefused("a,b\n1,\"" + "x\n".repeat(1_100_000), "a cell of more than 1,048,576 bytes in row 1.", 1);
        assertRefused("a,b\n1,2\n" + ",".repeat(270_000) + "\n", "has more than 262,144 cells in row 2.", 2);
        assertRefused(
                "a,b\n" + ("x".repeat(900_000) + ",").repeat(40) + "\n", "more than 33,554,432 bytes in row 1.", 1);
        assertRefused(
                "a,b\n1,\"[" + "1, ".repeat(6_000_000) + "1]\"\n", "a cell of more than 16,777,216 bytes in row 1.", 1);
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

    @Test
    void howATableIsWrittenIsTold() {
        assertThat(format(open("\uFEFF\"a\";\"b\"\n\"0,5\";\"1\"\n")))
                .isEqualTo("CSV, separated by ;, decimal comma, all cells quoted, byte order mark");
        assertThat(format(open("0,5;1\n0,25;0\n"))).isEqualTo("CSV, separated by ;, decimal comma, without a header");
    }

    @ParameterizedTest
    @ValueSource(strings = {"n0;n1;label\n-0,5;1,25;1\n3;nan;0\n", "n0\tn1\tlabel\n-0,5\t125e-2\t1\n3\tNaN\t0\n"})
    void decimalCommasAreNumbersWhereCommasDoNotSeparate(String content) {
        Table table = open(content);

        assertThat(values(table.matrix(List.of("n0", "n1")))).containsExactly(-0.5, 1.25, 3, Double.NaN);
        assertThat(table.column("n0")).containsExactly("-0.5", "3");
        assertThat(types(table)).containsExactly(ColumnType.NUMBER, ColumnType.NUMBER, ColumnType.INTEGER);
    }

    @Test
    void pointsAndCommasInOneColumnAreText() {
        assertThat(types(open("a;b\n1,5;1\n1.5;2\n"))).containsExactly(ColumnType.TEXT, ColumnType.INTEGER);
        assertThat(types(open("a,b\n\"1,5\",1\n\"2,5\",2\n"))).containsExactly(ColumnType.TEXT, ColumnType.INTEGER);
        assertThat(types(open("a;b\n1.234,5;1\n2,5;2\n"))).containsExactly(ColumnType.TEXT, ColumnType.INTEGER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Unnamed: 0"})
    void rowNumbersOfPandasArePassedOver(String name) {
        Table table = open(name + ",n0,label\n0,0.5,1\n1,0.25,0\n");

        assertThat(table.columnNames()).containsExactly("n0", "label");
        assertThat(contents(table).notes())
                .containsExactly("The first column numbers the rows from 0, as pandas writes it, and is passed over.");
    }

    @Test
    void aFirstColumnThatDoesNotNumberTheRowsIsKept() {
        assertThat(open(",n0\n0,0.5\n2,0.25\n").columnNames()).containsExactly("column 1", "n0");
        assertThat(open("id,n0\n0,0.5\n1,0.25\n").columnNames()).containsExactly("id", "n0");
    }

    @Test
    void aMatrixHoldsTheNumbersOfItsColumnsInTheirOrder() {
        Tensor matrix = open("id,a,b,label\nx, 0.1 ,\"-2e3\",1\ny,.5,+Inf,0\nz,-0.0,-Infinity,1\n")
                .matrix(List.of("b", "a"));

        assertThat(matrix.info().shape()).containsExactly(3L, 2L);
        assertThat(values(matrix))
                .containsExactly(-2000, 0.1, Double.POSITIVE_INFINITY, 0.5, Double.NEGATIVE_INFINITY, -0.0);
        assertThat(MatrixReader.of(matrix, List.of(Axis.SAMPLE, Axis.NEURON)).stored())
                .isEqualTo(Dtype.F64);
    }

    @Test
    void aMatrixIsStoredInTheSmallestTypeThatHoldsAll() {
        assertThat(stored("a\n1\n-0.0\n0.5\nnan\n")).isEqualTo(Dtype.F16);
        assertThat(stored("a\n1\n65505\n")).isEqualTo(Dtype.F32);
        assertThat(stored("a\n1\n0.1\n")).isEqualTo(Dtype.F64);
        assertThat(stored("a\n1\n16777217\n")).isEqualTo(Dtype.F64);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.5f",
                "0x1p3",
                "1_000",
                "50%",
                "1,000",
                "1 000",
                "1e",
                "e5",
                "1.5.2",
                "--1",
                "+",
                ".",
                ".nan",
                "1e+",
                "1.e",
                "nanx",
                "in",
                "1e1234567890",
                "\u0661",
                "1\u00a0",
                "Inf.",
                "truE",
                "[1]",
                "1d"
            })
    void whatIsNoNumberIsRefusedWithItsPlace(String cell) {
        Table table = open("id,n0\na,1\nb,\"" + cell + "\"\n");

        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(() -> table.matrix(List.of("n0")))
                .withMessage("samples.csv holds \"" + cell + "\", which is no number, in row 2, column \"n0\".")
                .satisfies(e -> assertThat(e.row()).hasValue(2))
                .satisfies(e -> assertThat(e.column()).hasValue("n0"));
        assertThat(types(table).getLast()).isIn(ColumnType.TEXT);
    }

    @Test
    void anEmptyCellInAMatrixIsRefusedWithItsPlace() {
        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(() -> open("id,n0\na,1\nb,\n").matrix(List.of("n0")))
                .withMessage("samples.csv has an empty cell in row 2, column \"n0\".");
    }

    @Test
    void aColumnOfListsIsAnArray() {
        SourceFile file = (SourceFile) open("statement,label,embeddings\nx,1,\"[0.1, -2e-3, 3]\"\n"
                + "y,0,\"[1, nan, -inf]\"\nz,0,\"[ 0.5 1.\n  -.25]\"\n");

        assertThat(file.contents().tensors())
                .singleElement()
                .satisfies(info -> assertThat(info.tensor()).hasValue("embeddings"))
                .satisfies(info -> assertThat(info.shape()).containsExactly(3L, 3L));
        assertThat(file.table().columnNames()).containsExactly("statement", "label");
        assertThat(types(file.table())).hasSize(2);
        assertThat(values(file.tensor(Optional.of("embeddings"))))
                .containsExactly(0.1, -2e-3, 3, 1, Double.NaN, Double.NEGATIVE_INFINITY, 0.5, 1, -0.25);
        assertThat(file.tensor(Optional.empty()).info().shape()).containsExactly(3L, 3L);
    }

    @Test
    void aColumnOfListsOfListsIsAnArrayOfThreeAxes() {
        SourceFile file = (SourceFile) open("acts,y\n\"[[1, 2], [3, 4], [5, 6]]\",1\n\"[[1 2]\n [3 4]\n [5 7]]\",1\n");

        assertThat(file.tensor(Optional.of("acts")).info().shape()).containsExactly(2L, 3L, 2L);
        assertThat(values(file.tensor(Optional.of("acts")))).containsExactly(1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5, 7);
    }

    @Test
    void unevenListsAreTextAndRefusedAsAnArray() {
        assertUneven(
                "\"[1, 2]\",1\n\"[1, 2]\",1\n\"[1, 2, 3]\",0",
                "holds lists of different lengths: 2 numbers in row 1, 3 numbers in row 3");
        assertUneven(
                "\"[1, 2]\",1\n\"[1 ... 2]\",0",
                "holds a list shortened with ... in row 2, so that not all its numbers are in the file");
        assertUneven("\"[1, 2]\",1\n,0", "holds no list of numbers in row 2");
        assertUneven("\"[1, 2]\",1\n\"[1, x]\",0", "holds no list of numbers in row 2");
        assertUneven("\"[[1, 2], [1]]\",1", "holds lists of different lengths within row 1");
    }

    private void assertUneven(String rows, String how) {
        SourceFile file = (SourceFile) open("acts,y\n" + rows + "\n");

        assertThat(contents(file.table()).notes())
                .containsExactly("The column \"acts\" is read as text, because it " + how + ".");
        assertThat(file.contents().tensors()).isEmpty();
        assertThat(types(file.table())).containsExactly(ColumnType.TEXT, ColumnType.INTEGER);
        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(() -> file.tensor(Optional.of("acts")))
                .withMessage("samples.csv, tensor \"acts\", " + how + ".");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[]", "['a', 'b']", "[1,,2]", "[1,]", "[,1]", "[1", "[[[1]]]", "[1 [2]]", "[1]x", "[[1] 2]"})
    void otherTextInBracketsIsText(String cell) {
        FileContents.Table contents = contents(open("a,b\n\"" + cell + "\",1\n\"" + cell + "\",2\n"));

        assertThat(contents.tensors()).isEmpty();
        assertThat(contents.columns()).hasSize(2);
        assertThat(contents.notes()).isEmpty();
    }

    private static List<ColumnType> types(Table table) {
        return contents(table).columns().stream().map(ColumnInfo::type).toList();
    }

    private static FileContents.Table contents(Table table) {
        return (FileContents.Table) ((SourceFile) table).contents();
    }

    private Dtype stored(String content) {
        Table table = open(content);
        return MatrixReader.of(table.matrix(table.columnNames()), List.of(Axis.SAMPLE, Axis.NEURON))
                .stored();
    }

    private static double[] values(Tensor tensor) {
        return IntStream.range(0, (int) tensor.size())
                .mapToDouble(tensor::value)
                .toArray();
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
