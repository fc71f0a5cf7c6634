package org.histogrid.tensor.child;

import dev.hardwood.metadata.LogicalType;
import dev.hardwood.metadata.PhysicalType;
import dev.hardwood.metadata.RepetitionType;
import dev.hardwood.schema.ColumnSchema;
import dev.hardwood.schema.FileSchema;
import dev.hardwood.schema.SchemaNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A column of a Parquet file that is read.
///
/// @param name  its name
/// @param leaf  its number among the leaves of the schema
/// @param type  the number of its values, if they are numbers
/// @param depth 0 for single values, 1 for vectors, 2 for matrices of one a row
record ParquetColumn(String name, int leaf, Optional<ParquetNumber> type, int depth) {

    private static final int MOST_DEPTH = 2;

    /// @param columns  what is read, in the order of the file
    /// @param problems what is not
    record Columns(List<ParquetColumn> columns, List<ChildAnswer.Problem> problems) {}

    /// Sorts the columns of a file.
    static Columns of(FileSchema schema) {
        List<ParquetColumn> columns = new ArrayList<>();
        List<ChildAnswer.Problem> problems = new ArrayList<>();
        for (SchemaNode node : schema.getRootNode().children()) {
            try {
                columns.add(column(schema, node));
            } catch (Refusal refusal) {
                problems.add(new ChildAnswer.Problem(node.name(), refusal.reason(), 0));
            }
        }
        return new Columns(columns, problems);
    }

    private static ParquetColumn column(FileSchema schema, SchemaNode node) {
        SchemaNode element = node;
        int depth = 0;
        while (element instanceof SchemaNode.GroupNode group) {
            depth++;
            SchemaNode inner = group.isList() ? group.getListElement() : null;
            if (inner == null || depth > MOST_DEPTH) {
                throw new Refusal(
                        group.isList() ? "holds lists that are not read." : "holds records, which are not read.");
            }
            element = inner;
        }
        SchemaNode.PrimitiveNode leaf = (SchemaNode.PrimitiveNode) element;
        ColumnSchema column = schema.getColumn(leaf.columnIndex());
        if (column.maxRepetitionLevel() != depth || (depth == 0 && node.repetitionType() == RepetitionType.REPEATED)) {
            throw new Refusal("holds lists in a form that is not read.");
        }
        Optional<ParquetNumber> type = ParquetNumber.of(column);
        if (depth > 0 && type.isEmpty()) {
            throw new Refusal("holds lists of something else than numbers, which are not read.");
        }
        if (depth == 0 && type.isEmpty()) {
            ParquetText.requireReadable(column);
        }
        return new ParquetColumn(node.name(), leaf.columnIndex(), type, depth);
    }

    /// Whether cells that are no text can be left out: bytes that are not said to be text may be pictures.
    static boolean mayBeBytes(ColumnSchema column) {
        return column.type() == PhysicalType.BYTE_ARRAY
                && !(column.logicalType() instanceof LogicalType.StringType)
                && !(column.logicalType() instanceof LogicalType.EnumType)
                && !(column.logicalType() instanceof LogicalType.JsonType);
    }
}
