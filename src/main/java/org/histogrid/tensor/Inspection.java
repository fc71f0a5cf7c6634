package org.histogrid.tensor;

import java.nio.file.Path;
import java.util.List;

/// Looks into a file without being told what it is.
public final class Inspection {

    private Inspection() {}

    /// What is inside a file. The format is told by the first bytes and, for tables, by the name's ending (.csv,
    /// .tsv, .tab, .txt). Of an array only the header is read, a table is read through.
    ///
    /// @param path where the file is
    /// @param name what the user called it, used in every message
    /// @throws UnreadableFile if it is of a format that is not read, which is named; or if it is damaged
    public static FileContents inspect(Path path, String name) {
        return switch (FileFormat.of(path, name)) {
            case NPY -> new FileContents.Arrays(name, List.of(NpyFile.inspect(path, name)));
            case TABLE -> table(TableFile.open(path, name), name);
        };
    }

    private static FileContents table(TableFile table, String name) {
        List<String> names = table.columnNames();
        List<ColumnSummary> summaries = names.stream()
                .map(column -> new ColumnSummary(column, names.size()))
                .toList();
        table.forEachRow((row, cells) -> {
            for (int i = 0; i < cells.size(); i++) {
                summaries.get(i).add(cells.get(i));
            }
        });
        return new FileContents.Table(
                name,
                summaries.stream().map(ColumnSummary::info).toList(),
                table.rows(),
                table.separator(),
                table.header());
    }
}
