package org.histogrid.tensor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// What separates the cells of a table and whether it has a header, told by its first records.
///
/// @param separator comma, semicolon, tab or bar
/// @param header    whether the first record holds names
record TableShape(char separator, boolean header) {

    private static final char[] SEPARATORS = {',', ';', '\t', '|'};

    private static final int MOST_RECORDS = 100;
    private static final int MOST_CHARACTERS = 1 << 20;

    private static final Pattern NUMBER_OR_TRUTH =
            Pattern.compile(Cells.NUMBER.pattern() + "|true|false", Pattern.CASE_INSENSITIVE);

    /// The first records as one separator divides them.
    ///
    /// @param even whether all have as many cells as the first, and none is broken
    private record Sample(char separator, List<List<String>> records, boolean even) {

        int width() {
            return records.isEmpty() ? 0 : records.getFirst().size();
        }
    }

    static TableShape of(Origin origin, Optional<Boolean> header) {
        Sample sample = divided(origin);
        return new TableShape(sample.separator(), header.orElseGet(() -> hasHeader(sample.records())));
    }

    /// `CSV, separated by ;, without a header`
    String inWords() {
        String between = separator == '\t' ? "tabs" : Character.toString(separator);
        return "CSV, separated by " + between + (header ? "" : ", without a header");
    }

    /// The separator that gives the most cells in the first record: of those that divide all records alike if
    /// there is one, so that a name with a comma in it does not decide; else of all, so that a table with a
    /// broken row is refused for that row and not read as a table of one column.
    private static Sample divided(Origin origin) {
        Sample best = sample(origin, SEPARATORS[0]);
        for (int i = 1; i < SEPARATORS.length; i++) {
            Sample next = sample(origin, SEPARATORS[i]);
            if (next.width() > 1 && rank(next) > rank(best)) {
                best = next;
            }
        }
        return best;
    }

    private static int rank(Sample sample) {
        boolean divides = sample.width() > 1;
        return sample.width() + (divides && sample.even() ? CsvRows.MOST_COLUMNS : 0);
    }

    private static Sample sample(Origin origin, char separator) {
        var records = new ArrayList<List<String>>();
        boolean even = true;
        long characters = 0;
        try (CsvRows rows = CsvRows.open(origin, separator, true)) {
            while (records.size() < MOST_RECORDS && characters < MOST_CHARACTERS) {
                Optional<CsvRows.Row> row = rows.next();
                if (row.isEmpty()) {
                    break;
                }
                if (!row.get().blank()) {
                    List<String> cells = row.get().cells();
                    records.add(cells);
                    even &= cells.size() == records.getFirst().size();
                    characters += cells.stream().mapToLong(String::length).sum();
                }
            }
        } catch (UnreadableFile e) {
            // Refused later with its row number, when the pass through the whole table meets it again
            even = false;
        }
        return new Sample(separator, records, even);
    }

    /// A first record is a header unless each of its cells looks like a value: a number, true or false, or a
    /// text that comes again below it. An empty cell followed by 0, 1, 2 and so on is the header of a numbered
    /// table of pandas.
    private static boolean hasHeader(List<List<String>> records) {
        if (records.isEmpty()) {
            return true;
        }
        List<String> first = records.getFirst();
        if (isPandasRange(first)) {
            return true;
        }
        return IntStream.range(0, first.size()).anyMatch(column -> !looksLikeValue(records, column));
    }

    private static boolean looksLikeValue(List<List<String>> records, int column) {
        String cell = records.getFirst().get(column);
        return cell.isEmpty()
                || NUMBER_OR_TRUTH.matcher(cell).matches()
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
        var names = new ArrayList<String>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < first.size(); i++) {
            String name = header && !first.get(i).isEmpty() ? first.get(i) : "column " + (i + 1);
            if (!seen.add(name)) {
                throw new UnreadableFile(file, "has two columns of the name " + Sentences.quoted(name) + ".", 0, name);
            }
            names.add(name);
        }
        return List.copyOf(names);
    }
}
