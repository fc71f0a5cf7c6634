package org.histogrid.tensor.child;

import dev.hardwood.reader.ColumnReader;
import dev.hardwood.reader.ColumnReaders;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.schema.ColumnProjection;
import dev.hardwood.schema.FileSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Reads columns beside each other, some rows at a time.
final class ParquetBatches {

    /// Opening columns one by one takes some milliseconds for each.
    private static final int TOGETHER = 256;

    private static final int VALUES = 1 << 18;
    private static final int FEWEST_ROWS = 16;
    private static final int MOST_ROWS = 1_024;

    private final ParquetFileReader reader;
    private final boolean plainNames;

    ParquetBatches(ParquetFileReader reader) {
        this.reader = reader;
        this.plainNames = reader.getFileSchema().getRootNode().children().stream()
                .noneMatch(node -> node.name().contains("."));
    }

    @FunctionalInterface
    interface Batch {

        /// @param row     the first row, from 0
        /// @param count   how many rows
        /// @param readers one a column, with the values of these rows
        void take(long row, int count, List<ColumnReader> readers) throws IOException;
    }

    /// Columns in portions that are read together.
    List<List<ParquetColumn>> groups(List<ParquetColumn> columns) {
        // Without plain names each portion would be a pass through all columns
        int together = plainNames ? TOGETHER : columns.size();
        List<List<ParquetColumn>> groups = new ArrayList<>();
        for (int i = 0; i < columns.size(); i += together) {
            groups.add(columns.subList(i, Math.min(columns.size(), i + together)));
        }
        return groups;
    }

    /// Passes through all rows.
    ///
    /// @throws Refusal if there are not as many as declared
    void forEach(List<ParquetColumn> columns, long rows, Batch batch) throws IOException {
        boolean lists = columns.stream().anyMatch(column -> column.depth() > 0);
        int width = plainNames ? columns.size() : reader.getFileSchema().getColumnCount();
        int batchRows = lists ? FEWEST_ROWS : Math.clamp(VALUES / width, FEWEST_ROWS, MOST_ROWS);
        try (ColumnReaders readers = reader.buildColumnReaders(projection(columns))
                .batchSize(batchRows)
                .build()) {
            List<ColumnReader> wanted = wanted(columns, readers);
            long row = 0;
            while (readers.nextBatch()) {
                Progress.made();
                int count = readers.getRecordCount();
                if (count > rows - row) {
                    throw uneven(rows);
                }
                batch.take(row, count, wanted);
                row += count;
            }
            if (row != rows) {
                throw uneven(rows);
            }
        }
    }

    private static Refusal uneven(long rows) {
        return new Refusal("declares " + rows + " rows, but a column has another number of values.");
    }

    /// Columns are asked for by name, in which a point stands for a step into a record: with points in the names
    /// all columns are read.
    private ColumnProjection projection(List<ParquetColumn> columns) {
        return plainNames
                ? ColumnProjection.columns(
                        columns.stream().map(ParquetColumn::name).toArray(String[]::new))
                : ColumnProjection.all();
    }

    private List<ColumnReader> wanted(List<ParquetColumn> columns, ColumnReaders readers) {
        FileSchema schema = reader.getFileSchema();
        List<ColumnReader> wanted = new ArrayList<>();
        for (ParquetColumn column : columns) {
            for (int i = 0; i < readers.getColumnCount(); i++) {
                // Found fast: columns are in the order of the file
                int at = (wanted.size() + i) % readers.getColumnCount();
                if (readers.getColumnReader(at).getColumnSchema().columnIndex()
                        == schema.getColumn(column.leaf()).columnIndex()) {
                    wanted.add(readers.getColumnReader(at));
                    break;
                }
            }
        }
        if (wanted.size() != columns.size()) {
            throw new Refusal("is damaged: columns are missing.");
        }
        return wanted;
    }
}
