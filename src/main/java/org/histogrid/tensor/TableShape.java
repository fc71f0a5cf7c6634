package org.histogrid.tensor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// What separates the cells of a table and whether it has a header, told by its first records.
///
/// @param separator comma, semicolon, tab or bar
/// @param header    whether the first record holds names
record TableShape(char separator, boolean header) {

    private static final char[] SEPARATORS = {',', ';', '\t', '|'};

    private static final int FEWEST_RECORDS = 2;
    private static final int MOST_RECORDS = 100;
    private static final int MOST_BYTES = 1 << 20;

    /// The first records as one separator divides them.
    ///
    /// @param width  cells of the first record
    /// @param even   whether all have as many cells as the first, and none is broken
    /// @param commas whether cells have commas in them, and only where a decimal comma may be
    private record Sample(char separator, int width, boolean even, boolean commas) {

        /// Another separator is better if it gives more cells in the first record: of those that divide all
        /// records alike if there is one, so that a name with a comma in it does not decide; else of all, so
        /// that a table with a broken row is refused for that row and not read as a table of one column.
        /// Cells like `0,5` are decimal commas and not two cells.
        boolean isBetterThan(Sample other) {
            if (width == 1 || divides() && other.divides() && other.commas) {
                return false;
            }
            boolean decimal = divides() && commas && other.separator == ',';
            return decimal || rank() > other.rank();
        }

        private boolean divides() {
            return width > 1 && even;
        }

        private int rank() {
            return width + (divides() ? CsvScanner.MOST_CELLS : 0);
        }
    }

    static TableShape of(Origin origin) {
        Sample best = sample(origin, SEPARATORS[0]);
        for (int i = 1; i < SEPARATORS.length; i++) {
            Sample next = sample(origin, SEPARATORS[i]);
            if (next.isBetterThan(best)) {
                best = next;
            }
        }
        char separator = best.separator();
        return new TableShape(separator, hasHeader(records(origin, separator), separator != ','));
    }

    /// Whether a comma may be a decimal comma.
    boolean commas() {
        return separator != ',';
    }

    String separatorInWords() {
        return separator == '\t' ? "tabs" : Character.toString(separator);
    }

    private static Sample sample(Origin origin, char separator) {
        CsvScanner scanner = new CsvScanner(origin, separator, 0);
        int width = 0;
        boolean even = true;
        int commas = 0;
        boolean others = separator == ',';
        int records = 0;
        long bytes = 0;
        try {
            while (isWithin(records, bytes) && scanner.next()) {
                if (!scanner.blank()) {
                    records++;
                    bytes += scanner.end() - scanner.start();
                    width = records == 1 ? scanner.width() : width;
                    even &= scanner.width() == width;
                    for (int i = 0; i < scanner.width() && !others; i++) {
                        boolean comma = hasComma(scanner, i);
                        boolean number = comma && isCommaNumber(scanner, i);
                        commas += number ? 1 : 0;
                        // A name may have a comma in it
                        others = comma && !number && records > 1;
                    }
                }
            }
        } catch (UnreadableFile e) {
            // Refused later with its row number, when the pass through the whole table meets it again
            even = false;
        }
        return new Sample(separator, width, even, commas > 0 && !others);
    }

    private static boolean isWithin(int records, long bytes) {
        return records < FEWEST_RECORDS || records < MOST_RECORDS && bytes < MOST_BYTES;
    }

    private static boolean hasComma(CsvScanner record, int cell) {
        byte[] bytes = record.bytes();
        for (int i = record.from(cell); i < record.to(cell); i++) {
            if (bytes[i] == ',') {
                return true;
            }
        }
        return false;
    }

    private static boolean isCommaNumber(CsvScanner record, int cell) {
        return Cells.kind(record.bytes(), record.from(cell), record.to(cell)) == Cells.COMMA;
    }

    private static List<List<String>> records(Origin origin, char separator) {
        CsvScanner scanner = new CsvScanner(origin, separator, 0);
        List<List<String>> records = new ArrayList<>();
        long bytes = 0;
        try {
            while (isWithin(records.size(), bytes) && scanner.next()) {
                if (!scanner.blank()) {
                    records.add(scanner.texts());
                    bytes += scanner.end() - scanner.start();
                }
            }
        } catch (UnreadableFile e) {
            // Refused later with its row number, as above
        }
        return records;
    }

    /// A first record is a header unless each of its cells looks like a value: a number, true or false, a list,
    /// or a text that comes again below it. An empty cell followed by 0, 1, 2 and so on is the header of a
    /// numbered table of pandas.
    private static boolean hasHeader(List<List<String>> records, boolean commas) {
        if (records.isEmpty()) {
            return true;
        }
        List<String> first = records.getFirst();
        if (isPandasRange(first)) {
            return true;
        }
        return IntStream.range(0, first.size()).anyMatch(column -> !looksLikeValue(records, column, commas));
    }

    private static boolean looksLikeValue(List<List<String>> records, int column, boolean commas) {
        String cell = records.getFirst().get(column);
        if (cell.isEmpty()) {
            return true;
        }
        int kind = Cells.kind(cell);
        return kind != Cells.TEXT && (kind != Cells.COMMA || commas)
                || records.stream()
                        .skip(1)
                        .anyMatch(record ->
                                column < record.size() && record.get(column).equals(cell));
    }

    private static boolean isPandasRange(List<String> cells) {
        return cells.size() > 1
                && cells.getFirst().isEmpty()
                && IntStream.range(1, cells.size()).allMatch(i -> cells.get(i).equals(Integer.toString(i - 1)));
    }

    /// The columns' names: those of the header, `column 1` and so on where there is none or its cell is empty.
    static List<String> names(String file, List<String> first, boolean header) {
        List<String> names = new ArrayList<>(first.size());
        Set<String> seen = HashSet.newHashSet(first.size());
        for (int i = 0; i < first.size(); i++) {
            String name = header && !first.get(i).isEmpty() ? first.get(i) : "column " + (i + 1);
            if (!seen.add(name)) {
                throw new UnreadableFile(file, "has two columns of the name " + Sentences.quoted(name) + ".", 0, name);
            }
            names.add(name);
        }
        return names;
    }
}
