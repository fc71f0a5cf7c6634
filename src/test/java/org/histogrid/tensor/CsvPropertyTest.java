package org.histogrid.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

class CsvPropertyTest {

    private static final Pattern NUMBER = Pattern.compile(
            "[+-]?(?:(?:[0-9]++(?:\\.[0-9]*+)?|\\.[0-9]++)(?:[eE][+-]?[0-9]{1,9})?|nan|inf|infinity)",
            Pattern.CASE_INSENSITIVE);

    private static Path folder;

    @BeforeContainer
    static void makeFolder() throws IOException {
        folder = Files.createTempDirectory("histogrid-csv");
    }

    @AfterContainer
    static void removeFolder() throws IOException {
        Files.deleteIfExists(folder.resolve("table"));
        Files.delete(folder);
    }

    /// What both make of a text: its records, or nothing where it is refused.
    @Property(tries = 3_000)
    void theScannerDividesAsFastCsvDoes(@ForAll("soups") String text, @ForAll("separators") char separator)
            throws IOException {
        Origin origin = origin(text);

        Optional<List<List<String>>> expected = byFastCsv(text, separator);

        for (int window : new int[] {32, 37, 64, 1 << 18}) {
            assertThat(byScanner(origin, separator, window))
                    .as("window " + window)
                    .isEqualTo(expected);
        }
    }

    @Provide
    Arbitrary<String> soups() {
        return Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(6, Arbitraries.of("a", "1", "-", ".", "25", "e5", "\u00e9", "12345678")),
                        net.jqwik.api.Tuple.of(4, Arbitraries.of(",", ";", "\n", "\r\n", "\r")),
                        net.jqwik.api.Tuple.of(2, Arbitraries.of("\"", "\"\"", " ", "\"a\"", ",\"", "\",", "\"\n")))
                .list()
                .ofMaxSize(40)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<Character> separators() {
        return Arbitraries.of(',', ';', '\t', '|');
    }

    private static Optional<List<List<String>>> byScanner(Origin origin, char separator, int window) {
        List<List<String>> records = new ArrayList<>();
        try {
            CsvScanner scanner = new CsvScanner(origin, separator, 1, window);
            while (scanner.next()) {
                records.add(scanner.texts());
            }
            return Optional.of(records);
        } catch (UnreadableFile e) {
            return Optional.empty();
        }
    }

    private static Optional<List<List<String>>> byFastCsv(String text, char separator) {
        boolean[] blankBeforeQuote = {false};
        var handler = new AbstractBaseCsvCallbackHandler<List<String>>() {

            private List<String> cells = new ArrayList<>();

            @Override
            protected void handleBegin(long line) {
                cells = new ArrayList<>();
            }

            @Override
            protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
                String cell = new String(buffer, offset, length);
                blankBeforeQuote[0] |=
                        !quoted && cell.startsWith(" ") && cell.strip().startsWith("\"");
                cells.add(quoted ? cell : cell.strip());
            }

            @Override
            protected void handleEmpty() {
                cells.add("");
            }

            @Override
            protected List<String> buildRecord() {
                return cells;
            }
        };
        try {
            List<List<String>> records = CsvReader.builder()
                    .fieldSeparator(separator)
                    .skipEmptyLines(false)
                    .allowUnclosedQuote(false)
                    .allowExtraCharsAfterClosingQuote(false)
                    .extraFieldStrategy(de.siegmar.fastcsv.reader.FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(de.siegmar.fastcsv.reader.FieldMismatchStrategy.IGNORE)
                    .build(handler, text)
                    .stream()
                    .toList();
            return blankBeforeQuote[0] ? Optional.empty() : Optional.of(records);
        } catch (CsvParseException e) {
            return Optional.empty();
        }
    }

    @Property(tries = 3_000)
    void numbersAreReadAsJavaReadsThemAndNothingElseIs(@ForAll("numberSoups") String text) throws IOException {
        DecimalParser parser = new DecimalParser('.');
        byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);

        boolean number = NUMBER.matcher(text).matches();

        assertThat(parser.parse(bytes, 0, bytes.length)).isEqualTo(number);
        assertThat((Cells.kind(text) & (Cells.INTEGER | Cells.NUMBER | Cells.POINT)) != 0)
                .isEqualTo(number);
        if (number) {
            String java =
                    text.toLowerCase(Locale.ROOT).replaceFirst("nan$", "NaN").replaceFirst("inf(inity)?$", "Infinity");
            double value = Double.parseDouble(java);
            assertThat(parser.value()).isEqualTo(Double.valueOf(value));
            CsvScanner scanner = new CsvScanner(origin(text + "," + text), ',', 1);
            assertThat(scanner.next()).isTrue();
            for (int cell = 0; cell < 2; cell++) {
                assertThat(scanner.parse(cell, parser)).isTrue();
                assertThat(parser.value()).isEqualTo(Double.valueOf(value));
                assertThat(scanner.kind(cell)).isEqualTo(Cells.kind(text));
            }
        }
    }

    @Provide
    Arbitrary<String> numberSoups() {
        Arbitrary<String> soups = Arbitraries.of(
                        "0",
                        "1",
                        "9",
                        "25",
                        "007",
                        "12345678",
                        "9007199254740993",
                        ".",
                        "-",
                        "+",
                        "e",
                        "E",
                        "e-",
                        "e+5",
                        "nan",
                        "inf",
                        "NaN",
                        "Infinity",
                        "f",
                        ",")
                .list()
                .ofMinSize(1)
                .ofMaxSize(5)
                .map(parts -> String.join("", parts));
        Arbitrary<String> doubles = Arbitraries.longs().map(bits -> Double.toString(Double.longBitsToDouble(bits)));
        Arbitrary<String> decimals = Arbitraries.integers()
                .flatMap(digits -> Arbitraries.integers()
                        .between(0, 25)
                        .map(scale ->
                                new java.math.BigDecimal(java.math.BigInteger.valueOf(digits), scale).toPlainString()));
        return Arbitraries.oneOf(soups, doubles, decimals);
    }

    /// Separator, quoting and line ends drawn at random, with decimal commas where they are allowed.
    @Property(tries = 300)
    void doublesComeBackExactly(
            @ForAll @Size(min = 1, max = 60) List<Long> bits,
            @ForAll @IntRange(min = 1, max = 7) int columns,
            @ForAll long seed)
            throws IOException {
        Random random = new Random(seed);
        char separator = ",;\t|".charAt(random.nextInt(4));
        boolean comma = separator != ',' && columns > 1 && random.nextBoolean();
        int rows = (bits.size() + columns - 1) / columns;
        double[] values = IntStream.range(0, rows * columns)
                .mapToDouble(i -> Double.longBitsToDouble(bits.get(i % bits.size())))
                .map(value -> Double.isNaN(value) ? Double.NaN : value)
                .toArray();
        List<List<String>> table = new ArrayList<>();
        table.add(IntStream.range(0, columns).mapToObj(i -> "n" + i).toList());
        for (int row = 0; row < rows; row++) {
            table.add(DoubleStream.of(values)
                    .skip((long) row * columns)
                    .limit(columns)
                    .mapToObj(Double::toString)
                    .map(text -> comma ? text.replace('.', ',') : text)
                    .toList());
        }
        Table read = TestFiles.table(write(written(table, separator, random)), "table.csv");

        Tensor matrix = read.matrix(read.columnNames());

        assertThat(IntStream.range(0, values.length).mapToDouble(matrix::value).toArray())
                .isEqualTo(values);
    }

    @Property(tries = 300)
    void textsComeBackExactly(
            @ForAll("texts") List<String> texts, @ForAll @IntRange(min = 2, max = 5) int columns, @ForAll long seed)
            throws IOException {
        Random random = new Random(seed);
        List<List<String>> table = new ArrayList<>();
        table.add(IntStream.range(0, columns).mapToObj(i -> "name " + i).toList());
        for (int row = 0; row < 1 + texts.size() / columns; row++) {
            int first = row * columns;
            table.add(IntStream.range(first, first + columns)
                    .mapToObj(i -> i < texts.size() ? texts.get(i) : "x")
                    .toList());
        }
        char separator = ",;\t|".charAt(random.nextInt(4));
        Table read = CsvFile.of(
                TestFiles.origin(write(written(table, separator, random)), "table.csv"),
                new TableShape(separator, true));

        for (int column = 0; column < columns; column++) {
            int at = column;
            assertThat(read.column("name " + at))
                    .isEqualTo(table.stream().skip(1).map(row -> row.get(at)).toList());
        }
    }

    @Provide
    Arbitrary<List<String>> texts() {
        return Arbitraries.of(
                        "a",
                        "\"",
                        ",",
                        ";",
                        "\t",
                        "|",
                        "\n",
                        "\r",
                        " ",
                        "\u00e9",
                        "\u4e2d",
                        "\ud83d\ude00",
                        "[",
                        "]",
                        "0.5")
                .list()
                .ofMaxSize(6)
                .map(parts -> String.join("", parts))
                .list()
                .ofMinSize(1)
                .ofMaxSize(30);
    }

    @Property(tries = 200)
    void listsComeBackExactly(
            @ForAll @Size(min = 1, max = 40) List<Long> bits,
            @ForAll @IntRange(min = 1, max = 9) int length,
            @ForAll boolean json)
            throws IOException {
        int rows = 1 + bits.size() / length;
        double[] values = IntStream.range(0, rows * length)
                .mapToDouble(i -> Double.longBitsToDouble(bits.get(i % bits.size())))
                .map(value -> Double.isNaN(value) ? Double.NaN : value)
                .toArray();
        StringBuilder text = new StringBuilder(json ? "" : "y,acts\n");
        for (int row = 0; row < rows; row++) {
            String list = DoubleStream.of(values)
                    .skip((long) row * length)
                    .limit(length)
                    .mapToObj(Double::toString)
                    .collect(Collectors.joining(", ", "[", "]"));
            text.append(json ? "{\"y\": 1, \"acts\": " + list + "}\n" : "1,\"" + list + "\"\n");
        }
        SourceFile file = TestFiles.open(write(text.toString()), json ? "table.jsonl" : "table.csv");

        Tensor tensor = file.tensor(Optional.of("acts"));

        assertThat(tensor.info().shape()).containsExactly((long) rows, (long) length);
        assertThat(IntStream.range(0, values.length).mapToDouble(tensor::value).toArray())
                .isEqualTo(values);
        assertThat(file.table().columnNames()).containsExactly("y");
    }

    private static String written(List<List<String>> table, char separator, Random random) {
        String end = List.of("\n", "\r\n", "\r").get(random.nextInt(3));
        StringBuilder csv = new StringBuilder(random.nextBoolean() ? "\uFEFF" : "");
        for (List<String> row : table) {
            csv.append(row.stream()
                            .map(cell -> mustBeQuoted(cell, separator) || random.nextInt(4) == 0
                                    ? '"' + cell.replace("\"", "\"\"") + '"'
                                    : random.nextInt(6) == 0 ? " " + cell + "  " : cell)
                            .collect(Collectors.joining(Character.toString(separator))))
                    .append(end);
        }
        return random.nextBoolean() ? csv.toString() : csv.substring(0, csv.length() - end.length());
    }

    private static boolean mustBeQuoted(String cell, char separator) {
        return cell.isEmpty()
                || !cell.equals(cell.strip())
                || cell.chars()
                        .anyMatch(c -> "\",;\t|\n\r".indexOf(c) >= 0
                                && !(c == ',' && separator != ',' && cell.matches("[-0-9,E]+")));
    }

    private static Origin origin(String text) throws IOException {
        return TestFiles.origin(write(text), "table.csv");
    }

    private static Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("table"), text);
    }
}
