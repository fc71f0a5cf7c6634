package org.histogrid.tensor.child;

import dev.hardwood.reader.ColumnReader;
import dev.hardwood.reader.LayerKind;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Takes the lists of a column, which must be of one length.
final class ParquetVectors {

    /// Makes room for the values of all rows.
    @FunctionalInterface
    interface Room {

        /// @param shape of one row
        MemorySegment of(List<Long> shape) throws IOException;
    }

    /// Ends the reading of a column whose lists do not make an array.
    static final class Uneven extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient ChildAnswer.Problem problem;

        private Uneven(String name, String reason, long row) {
            this.problem = new ChildAnswer.Problem(name, reason, row);
        }

        ChildAnswer.Problem problem() {
            return problem;
        }
    }

    private final ParquetColumn column;
    private final ParquetNumber type;
    private final Room room;
    private @Nullable MemorySegment out;
    private List<Long> shape = List.of();

    ParquetVectors(ParquetColumn column, Room room) {
        this.column = column;
        this.type = column.type().orElseThrow();
        this.room = room;
    }

    /// The shape of one row.
    List<Long> shape() {
        return shape;
    }

    /// @param row   the first row, from 0
    /// @param count how many rows
    void take(ColumnReader reader, long row, int count) throws IOException {
        if (reader.getLayerCount() != column.depth()) {
            throw new Uneven(column.name(), "holds lists in a form that is not read.", 0);
        }
        for (int layer = 0; layer < column.depth(); layer++) {
            if (reader.getLayerKind(layer) != LayerKind.REPEATED) {
                throw new Uneven(column.name(), "holds lists in a form that is not read.", 0);
            }
        }
        int[] outer = reader.getLayerOffsets(0);
        MemorySegment target = out;
        if (target == null) {
            long length = outer[1] - outer[0];
            shape = column.depth() == 1 ? List.of(length) : List.of(length, firstInner(reader, length));
            target = room.of(shape);
            out = target;
        }
        requireEven(reader, outer, row, count);
        long perRow = shape.stream().reduce(1L, Math::multiplyExact);
        if (reader.getLeafValidity().hasNulls()) {
            long at = reader.getLeafValidity().nextNull(0, reader.getValueCount());
            throw uneven("has a value missing", perRow == 0 ? row : row + at / perRow);
        }
        if (reader.getValueCount() != count * perRow) {
            throw uneven("has another number of values than it declares", row);
        }
        type.write(reader, reader.getValueCount(), target, row * perRow * type.bytes());
    }

    private static long firstInner(ColumnReader reader, long length) {
        int[] inner = reader.getLayerOffsets(1);
        return length == 0 ? 0 : inner[1] - inner[0];
    }

    private void requireEven(ColumnReader reader, int[] outer, long row, int count) {
        for (int i = 0; i < count; i++) {
            require(reader, 0, i, outer, row + i, 0);
            if (column.depth() > 1) {
                int[] inner = reader.getLayerOffsets(1);
                for (int k = outer[i]; k < outer[i + 1]; k++) {
                    require(reader, 1, k, inner, row + i, 1);
                }
            }
        }
    }

    private void require(ColumnReader reader, int layer, int index, int[] offsets, long row, int axis) {
        if (reader.getLayerValidity(layer).isNull(index)) {
            throw uneven("is missing", row);
        }
        int length = offsets[index + 1] - offsets[index];
        if (length != shape.get(axis)) {
            throw uneven("has " + length + " values where the first row has " + shape.get(axis), row);
        }
    }

    private Uneven uneven(String how, long row) {
        return new Uneven(column.name(), "is no array: row " + (row + 1) + " " + how + ".", row + 1);
    }
}
