package org.histogrid.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFileTest {

    @TempDir
    private Path folder;

    @Test
    void linesOfObjectsAreRows() {
        SourceFile file = open("a.jsonl", "{\"id\": \"a\", \"score\": 0.50}\n\n{\"score\": 1.0, \"y\": true}\r\n");

        assertThat(file.contents().format()).isEqualTo("JSON Lines");
        assertThat(rows(file)).containsExactly("[id, score, y]", "[a, 0.5, ]", "[, 1, true]");
        assertThat(((FileContents.Table) file.contents()).columns())
                .extracting(ColumnInfo::type)
                .containsExactly(ColumnType.TEXT, ColumnType.NUMBER, ColumnType.BOOLEAN);
    }

    @Test
    void linesInAJsonFileAreFoundOut() {
        assertThat(rows(open("a.json", "{\"a\": 1}\n{\"a\": 2}\n"))).containsExactly("[a]", "[1]", "[2]");
        assertThat(rows(open("a.jsonl", "{\"a\": 1}"))).containsExactly("[a]", "[1]");
    }

    @Test
    void anArrayOfObjectsIsRows() {
        SourceFile file = open(
                "a.json",
                "\uFEFF[{\"q\": \"say \\\"hi\\\", \\u00e9\\n\", \"r\": {\"rouge\": {\"f\": 0.25, \"x\": {\"y\": [1, \"a\"]}}}},"
                        + " {\"r\": null, \"n\": 12345678901234567}]");

        assertThat(file.contents().format()).isEqualTo("JSON, an array of rows");
        assertThat(rows(file))
                .containsExactly(
                        "[q, r.rouge.f, r.rouge.x, r, n]",
                        "[say \"hi\", \u00e9\n, 0.25, {\"y\":[1,\"a\"]}, , ]",
                        "[, , , , 12345678901234567]");
    }

    @Test
    void anArrayOfValuesIsOneColumn() {
        assertThat(rows(open("a.json", "[true, false, true]")))
                .containsExactly("[value]", "[true]", "[false]", "[true]");
        assertThat(rows(open("a.json", "[1, 0.5, null, \" x \", NaN, -Infinity, 1e3]")))
                .containsExactly("[value]", "[1]", "[0.5]", "[]", "[ x ]", "[NaN]", "[-Infinity]", "[1000]");
    }

    @Test
    void anObjectOfArraysOfOneLengthIsColumns() {
        SourceFile file = open(
                "a.json",
                "{\"model\": \"m\", \"label\": [0, 1, 1], \"text\": [\"a\", \"b,\", null], \"acts\": [[1, 2], [3, 4], [5, 6]]}");

        assertThat(rows(file)).containsExactly("[label, text]", "[0, a]", "[1, b,]", "[1, ]");
        assertThat(file.contents().notes()).containsExactly("Not read, since they are no columns: \"model\".");
        assertThat(values(file.tensor(Optional.of("acts")))).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'t': [1, 2, 3], 'f': [4]}         | [[id, class], [1, t], [2, t], [3, t], [4, f]]",
                "{'t': ['q1', 'q2'], 'f': ['q3', 'q4']} | [[id, class], [q1, t], [q2, t], [q3, f], [q4, f]]",
                "{'t': [1], 'f': []}                | [[id, class], [1, t]]",
                "{'id': [1, 2], 'y': [3, 4]}        | [[id, y], [1, 3], [2, 4]]",
                "{'a': [1, 2], 'b': [2, 3]}         | [[a, b], [1, 2], [2, 3]]",
                "{'a': [0.5, 1], 'b': [2, 3]}       | [[a, b], [0.5, 2], [1, 3]]",
            })
    void idsUnderTheirClassesAreToldFromColumns(String json, String rows) {
        assertThat(rows(open("a.json", json.replace('\'', '"')))).hasToString(rows);
    }

    @Test
    void classesAreNoted() {
        assertThat(open("a.json", "{\"t\": [1, 2, 3], \"f\": [4]}").contents().notes())
                .containsExactly("Each key of the object is read as a class of the ids listed under it: \"t\", \"f\".");
        assertRefused("{\"t\": [1, 2, 3], \"f\": [3]}", "a.json lists the id \"3\" twice.");
        assertRefused("{\"t\": [1, 2, 2], \"f\": [3]}", "a.json lists the id \"2\" twice.");
    }

    @Test
    void rowsAndValuesUnderTheirIdsGetAColumnOfIds() {
        SourceFile file = open("a.json", "{\"q1\": {\"y\": 1}, \"q2\": {\"y\": 0, \"s\": 0.5}}");

        assertThat(rows(file)).containsExactly("[id, y, s]", "[q1, 1, ]", "[q2, 0, 0.5]");
        assertThat(file.contents().notes()).containsExactly("The keys of the object are the column \"id\".");
        assertThat(rows(open("a.json", "{\"q1\": {\"id\": 7}}"))).containsExactly("[key, id]", "[q1, 7]");
        assertThat(rows(open("a.json", "{\"q1\": true, \"q2\": false}")))
                .containsExactly("[id, value]", "[q1, true]", "[q2, false]");
    }

    @Test
    void theOnlyArrayOfObjectsInAnObjectIsRows() {
        SourceFile file = open("a.json", "{\"version\": 1, \"data\": [{\"y\": 1}, {\"y\": 0}]}");

        assertThat(rows(file)).containsExactly("[y]", "[1]", "[0]");
        assertThat(file.contents().notes()).containsExactly("Not read, since they are no columns: \"version\".");
    }

    @Test
    void arraysOfNumbersAreVectors() {
        SourceFile file = open(
                "a.jsonl",
                "{\"y\": 1, \"acts\": [0.1, NaN, 3], \"heads\": [[1, 2], [3, 4]]}\n"
                        + "{\"y\": 0, \"acts\": [1e-3, -Infinity, -0.0], \"heads\": [[5, 6], [7, 8]]}\n");

        assertThat(file.contents().tensors())
                .extracting(info -> info.tensor().orElseThrow() + info.shape())
                .containsExactly("acts[2, 3]", "heads[2, 2, 2]");
        assertThat(rows(file)).containsExactly("[y]", "[1]", "[0]");
        assertThat(values(file.tensor(Optional.of("acts"))))
                .containsExactly(0.1, Double.NaN, 3, 1e-3, Double.NEGATIVE_INFINITY, -0.0);
        assertThat(values(file.tensor(Optional.of("heads")))).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void unevenArraysAreTextAndRefusedAsVectors() {
        SourceFile file = open("a.jsonl", "{\"acts\": [1, 2]}\n{\"acts\": [1]}\n");

        assertThat(rows(file)).containsExactly("[acts]", "[[1,2]]", "[[1]]");
        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(() -> file.tensor(Optional.of("acts")))
                .withMessage("a.jsonl, tensor \"acts\", holds lists of different lengths: 2 numbers in row 1,"
                        + " 1 number in row 2.");
    }

    @Test
    void aMatrixIsReadFromColumns() {
        SourceFile file = open("a.json", "[{\"n0\": 1, \"n1\": 0.1}, {\"n0\": 2.0, \"n1\": Infinity}]");

        assertThat(values(file.table().matrix(List.of("n1", "n0"))))
                .containsExactly(0.1, 1, Double.POSITIVE_INFINITY, 2);
        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(() ->
                        open("a.json", "[{\"n0\": 1}, {\"n1\": 2}]").table().matrix(List.of("n0")))
                .withMessage("a.json has an empty cell in row 2, column \"n0\".");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "1",
                "\"text\"",
                "[{}]",
                "{\"a\": []}",
                "{\"a\": [0.5], \"b\": [1, 2]}",
                "{\"a\": 1, \"b\": {\"c\": 1}}",
                "[1, 2",
                "[1, 2]]",
                "[1, 2] [3]",
                "[1, 01]",
                "[1, .5]",
                "[1, 'a']",
                "[1,]",
                "[INF]",
                "[-INF]",
                "[+1]",
                "[nan]",
                "[1, {\"a\": 1}]",
                "[{\"a\": 1}, 2]",
                "[\"\\u0000\"]",
                "[\"\\ud800\"]",
                "{\"a\": 1} 2",
                "[// no\n1]",
                "[{\"a\": 1, \"a\": 2}]",
                "{\"a\": {\"b\": 1}, \"a\": {\"b\": 2}}",
                "[{\"a.b\": 1, \"a\": {\"b\": 2}}]",
                "[{\"a\": [{\"b\": 1, \"b\": 1}]}]"
            })
    void whatIsNoTableIsRefused(String json) {
        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(() -> open("a.json", json))
                .satisfies(e -> assertThat(e.getMessage())
                        .startsWith("a.json ")
                        .endsWith(".")
                        .matches("\\P{Cntrl}+"));
    }

    @Test
    void refusalsNameThePlace() {
        assertRefused("[{\"a\": 1},\n{\"a\": 2, \"a\": 3}]", "a.json holds \"a\" twice in one object in line 2.");
        assertRefused("[1,\n2,\nx]", "a.json is no valid JSON in line 3.");
        assertRefused("[".repeat(100), "a.json nests deeper than 64 levels");
        assertRefused("[1" + "0".repeat(2_000) + "]", "more than 1,000");
        assertRefused("{\"" + "k".repeat(2_000) + "\": 1}", "more than 1,000");
        assertRefused("[\"" + "x".repeat(1_100_000) + "\"]", "a cell of more than 1,048,576 bytes in row 1.");
    }

    @Test
    void textThatIsNoUtf8IsRefused() throws IOException {
        Path path = Files.write(folder.resolve("file"), "[\"caf\u00e9\"]".getBytes(StandardCharsets.ISO_8859_1));

        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(() -> TestFiles.table(path, "a.json"))
                .withMessageStartingWith("a.json is no valid UTF-8 text in line 1.");
    }

    @Test
    void aMillionIdsAreReadInLittleMemory() {
        StringBuilder json = new StringBuilder("{");
        for (int i = 0; i < 1_000_000; i++) {
            json.append(i == 0 ? "" : ",").append("\"q").append(i).append("\":").append(i % 2);
        }
        SourceFile file = open("a.json", json.append('}').toString());

        assertThat(file.table().rows()).isEqualTo(1_000_000);
        assertThat(file.table().column("id").getLast()).isEqualTo("q999999");
        assertRefused(json.deleteCharAt(json.length() - 1).append(",\"q7\":1}").toString(), "holds \"q7\" twice");
    }

    @Test
    void sparseRowsOfManyColumnsAreNoBomb() {
        StringBuilder json = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            json.append("{\"k").append(i).append("\":1}\n");
        }

        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(() -> open("a.jsonl", json.toString()))
                .withMessageContaining("unpacks to more than");
    }

    private SourceFile open(String name, String json) {
        try {
            Path path = Files.writeString(folder.resolve("file"), json);
            return TestFiles.open(path, name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void assertRefused(String json, String sentence) {
        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(() -> open("a.json", json))
                .withMessageContaining(sentence);
    }

    private static List<String> rows(SourceFile file) {
        List<String> rows = new ArrayList<>();
        rows.add(file.table().columnNames().toString());
        file.table().forEachRow(file.table().columnNames(), (row, cells) -> rows.add(cells.toString()));
        return rows;
    }

    private static double[] values(Tensor tensor) {
        return IntStream.range(0, (int) tensor.size())
                .mapToDouble(tensor::value)
                .toArray();
    }
}
