package org.histogrid.tensor;

import ch.randelshofer.fastdoubleparser.JavaDoubleParser;
import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.file.Path;

/// Ways to read a CSV file of numbers, for the benchmark.
public final class CsvReading {

    private CsvReading() {}

    /// As an import reads it: opened, with all that is shown of it, then read to a matrix in a scratch file.
    public static double histogrid(Path file, Workspace workspace) {
        try (OpenedFile opened = OpenedFile.open(file, "bench.csv", workspace)) {
            SourceFile source = opened.entries().getFirst();
            Tensor matrix = source.table().matrix(source.table().columnNames());
            return matrix.value(0) + matrix.value(matrix.size() - 1);
        }
    }

    public static Table open(Path file, Workspace workspace) {
        return OpenedFile.open(file, "bench.csv", workspace)
                .entries()
                .getFirst()
                .table();
    }

    public static double matrix(Table table) {
        Tensor matrix = table.matrix(table.columnNames());
        return matrix.value(0) + matrix.value(matrix.size() - 1);
    }

    /// Opened only.
    public static long opened(Path file, Workspace workspace) {
        try (OpenedFile opened = OpenedFile.open(file, "bench.csv", workspace)) {
            return opened.entries().getFirst().table().rows();
        }
    }

    /// FastCSV's characters given to FastDoubleParser; nothing is kept but a sum.
    public static double fastCsv(Path file) throws IOException {
        double[] sum = {0};
        boolean[] header = {true};
        var numbers = new AbstractBaseCsvCallbackHandler<Boolean>() {
            @Override
            protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
                if (!header[0]) {
                    sum[0] += JavaDoubleParser.parseDouble(buffer, offset, length);
                }
            }

            @Override
            protected Boolean buildRecord() {
                header[0] = false;
                return true;
            }
        };
        try (var records = CsvReader.builder().build(numbers, file)) {
            records.forEach(record -> {});
        }
        return sum[0];
    }
}
