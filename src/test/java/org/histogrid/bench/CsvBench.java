package org.histogrid.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.histogrid.tensor.CsvReading;
import org.histogrid.tensor.Workspace;

/// How fast a CSV file of numbers becomes a matrix. All contenders read the same file from the page cache, each on
/// one thread, whose processor time is compared.
///
/// * Histogrid opens the file as an import does (detects how it is written, checks all of it, counts and
///   summarises its columns), then parses all numbers and writes them to a scratch file.
/// * DuckDB detects likewise how the file is written, parses all columns as doubles, and adds each up, so that it
///   must parse them; it keeps nothing.
/// * DuckDB, told the names and types of the columns, need not detect them: to be compared with the matrix of a
///   file that is open.
/// * FastCSV with FastDoubleParser parses all numbers and keeps their sum.
public final class CsvBench {

    private static final int ROUNDS = 5;
    private static final String HISTOGRID = "Histogrid";
    private static final String DUCKDB = "DuckDB";

    private CsvBench() {}

    public static void main(String[] args) throws Exception {
        var folder = Files.createTempDirectory("histogrid-csv-bench");
        try {
            var tall = run(folder, "tall", 100_000, 20, 1.4);
            var wide = run(folder, "wide", 500, 4_096, 20);
            tall.verdict();
            wide.verdict();
        } finally {
            delete(folder);
        }
    }

    private static Rounds run(Path folder, String shape, int rows, int columns, double promised) throws Exception {
        var file = folder.resolve(shape + ".csv");
        write(file, rows, columns);
        System.out.printf("CSV, %s: %,d x %,d, %,d bytes%n", shape, rows, columns, Files.size(file));
        var scratch = folder.resolve(shape + "-scratch");
        var workspace = Workspace.in(scratch);
        try (var duckdb = DriverManager.getConnection("jdbc:duckdb:")) {
            try (var settings = duckdb.createStatement()) {
                settings.execute("set threads = 1");
            }
            var rounds = new Rounds(ROUNDS).warmUp(2).processorTime().items("bytes", Files.size(file));
            rounds.add(HISTOGRID + ", " + shape, () -> {
                delete(scratch);
                return CsvReading.histogrid(file, workspace);
            });
            rounds.add("opening alone", () -> CsvReading.opened(file, workspace));
            var open = CsvReading.open(file, Workspace.in(folder.resolve(shape + "-open")));
            rounds.add("matrix of an open file", () -> {
                delete(folder.resolve(shape + "-open"));
                return CsvReading.matrix(open);
            });
            rounds.add("FastCSV + FastDoubleParser", () -> CsvReading.fastCsv(file));
            rounds.add(DUCKDB, () -> sum(duckdb, file, columns, ""));
            rounds.add("DuckDB, told names and types", () -> sum(duckdb, file, columns, told(columns)));
            System.out.println(rounds.run().table(DUCKDB));
            return rounds.atLeast(HISTOGRID + ", " + shape, DUCKDB, promised);
        }
    }

    private static String told(int columns) {
        return columns("'n%d': 'DOUBLE'", columns)
                .collect(Collectors.joining(
                        ", ", ", delim = ',', header = true, auto_detect = false, columns = {", "}"));
    }

    private static double sum(Connection duckdb, Path file, int columns, String options) throws SQLException {
        var sums = columns("sum(n%d)", columns).collect(Collectors.joining(", "));
        try (var statement = duckdb.createStatement();
                var result = statement.executeQuery("select %s from read_csv('%s'%s)".formatted(sums, file, options))) {
            result.next();
            return result.getDouble(1) + result.getDouble(columns);
        }
    }

    private static Stream<String> columns(String format, int columns) {
        return IntStream.range(0, columns).mapToObj(format::formatted);
    }

    /// Numbers of 32 bits in as many digits as tell them from their neighbours, as pandas writes them.
    private static void write(Path file, int rows, int columns) throws IOException {
        var random = new Random(1);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(columns("n%d", columns).collect(Collectors.joining(",", "", "\n")));
            for (int row = 0; row < rows; row++) {
                for (int column = 0; column < columns; column++) {
                    out.write(Float.toString((float) random.nextGaussian()));
                    out.write(column + 1 < columns ? ',' : '\n');
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
