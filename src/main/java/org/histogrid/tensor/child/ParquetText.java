package org.histogrid.tensor.child;

import dev.hardwood.metadata.LogicalType;
import dev.hardwood.metadata.LogicalType.TimeUnit;
import dev.hardwood.metadata.PhysicalType;
import dev.hardwood.reader.ColumnReader;
import dev.hardwood.schema.ColumnSchema;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.UUID;

/// Single values that are no plain numbers, as texts.
final class ParquetText {

    private static final int LONGEST = 1 << 20;
    private static final long JULIAN_EPOCH = 2_440_588;
    private static final int DECIMAL_DIGITS = 1_000;

    private ParquetText() {}

    /// @throws Refusal if values of the column have no text
    static void requireReadable(ColumnSchema column) {
        LogicalType logical = column.logicalType();
        boolean readable = switch (column.type()) {
            case INT32, INT64, INT96 ->
                logical == null
                        || logical instanceof LogicalType.DateType
                        || logical instanceof LogicalType.TimeType
                        || logical instanceof LogicalType.TimestampType
                        || isDecimal(logical);
            case FIXED_LEN_BYTE_ARRAY -> logical instanceof LogicalType.UuidType || isDecimal(logical);
            case BYTE_ARRAY ->
                logical == null
                        || logical instanceof LogicalType.StringType
                        || logical instanceof LogicalType.EnumType
                        || logical instanceof LogicalType.JsonType
                        || isDecimal(logical);
            default -> true;
        };
        if (!readable) {
            throw new Refusal("holds values of a kind that is not read.");
        }
    }

    private static boolean isDecimal(LogicalType logical) {
        return logical instanceof LogicalType.DecimalType decimal && Math.abs(decimal.scale()) <= DECIMAL_DIGITS;
    }

    /// One value of a column.
    ///
    /// @throws CharacterCodingException if it is no text
    /// @throws DateTimeException        if it is no date or time
    static String of(ColumnReader column, int index) throws CharacterCodingException {
        ColumnSchema schema = column.getColumnSchema();
        LogicalType logical = schema.logicalType();
        if (logical instanceof LogicalType.DecimalType decimal) {
            return new BigDecimal(unscaled(column, schema.type(), index), decimal.scale()).toPlainString();
        }
        return switch (schema.type()) {
            case INT32 -> integer(column.getInts()[index], logical);
            case INT64 -> integer(column.getLongs()[index], logical);
            case INT96 -> oldTimestamp(ByteBuffer.wrap(bytes(column, index)));
            case FIXED_LEN_BYTE_ARRAY -> {
                ByteBuffer bytes = ByteBuffer.wrap(bytes(column, index));
                yield new UUID(bytes.getLong(), bytes.getLong()).toString();
            }
            default -> {
                byte[] bytes = bytes(column, index);
                if (bytes.length > LONGEST) {
                    throw new CharacterCodingException();
                }
                String text = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
                if (text.indexOf('\0') >= 0) {
                    throw new CharacterCodingException();
                }
                yield text;
            }
        };
    }

    private static String integer(long value, LogicalType logical) {
        return switch (logical) {
            case LogicalType.DateType _ -> LocalDate.ofEpochDay(value).toString();
            case LogicalType.TimeType time ->
                LocalTime.ofNanoOfDay(Math.multiplyExact(value, nanos(time.unit())))
                        .toString();
            case LogicalType.TimestampType stamp -> {
                long perSecond = 1_000_000_000L / nanos(stamp.unit());
                long fraction = Math.floorMod(value, perSecond) * nanos(stamp.unit());
                Instant instant = Instant.ofEpochSecond(Math.floorDiv(value, perSecond), fraction);
                yield stamp.isAdjustedToUTC()
                        ? instant.toString()
                        : LocalDateTime.ofInstant(instant, ZoneOffset.UTC).toString();
            }
            case null, default -> Long.toString(value);
        };
    }

    private static long nanos(TimeUnit unit) {
        return switch (unit) {
            case MILLIS -> 1_000_000;
            case MICROS -> 1_000;
            case NANOS -> 1;
        };
    }

    /// Nanoseconds of the day and a Julian day, as Spark once wrote them.
    private static String oldTimestamp(ByteBuffer bytes) {
        long nanos = bytes.order(ByteOrder.LITTLE_ENDIAN).getLong();
        long day = bytes.getInt() - JULIAN_EPOCH;
        return Instant.ofEpochSecond(Math.multiplyExact(day, 86_400), nanos).toString();
    }

    private static BigInteger unscaled(ColumnReader column, PhysicalType type, int index) {
        return switch (type) {
            case INT32 -> BigInteger.valueOf(column.getInts()[index]);
            case INT64 -> BigInteger.valueOf(column.getLongs()[index]);
            default -> {
                byte[] bytes = bytes(column, index);
                if (bytes.length == 0 || bytes.length > DECIMAL_DIGITS) {
                    throw new DateTimeException("no decimal");
                }
                yield new BigInteger(bytes);
            }
        };
    }

    private static byte[] bytes(ColumnReader column, int index) {
        int[] ends = column.getBinaryOffsets();
        return Arrays.copyOfRange(column.getBinaryValues(), ends[index], ends[index + 1]);
    }
}
