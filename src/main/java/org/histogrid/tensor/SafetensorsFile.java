package org.histogrid.tensor;

import java.math.BigInteger;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A safetensors file: a header of JSON, then the values of all tensors without a gap. They are mapped where
/// they lie.
final class SafetensorsFile {

    /// What the format itself allows.
    private static final long MOST_HEADER = 100_000_000;

    private static final Map<String, Dtype> DTYPES = Map.ofEntries(
            Map.entry("F64", Dtype.F64),
            Map.entry("F32", Dtype.F32),
            Map.entry("F16", Dtype.F16),
            Map.entry("BF16", Dtype.BF16),
            Map.entry("I64", Dtype.I64),
            Map.entry("I32", Dtype.I32),
            Map.entry("I16", Dtype.I16),
            Map.entry("I8", Dtype.I8),
            Map.entry("U64", Dtype.U64),
            Map.entry("U32", Dtype.U32),
            Map.entry("U16", Dtype.U16),
            Map.entry("U8", Dtype.U8),
            Map.entry("BOOL", Dtype.BOOL));

    private final Origin origin;
    private final long dataOffset;
    private final SafetensorsHeader header;

    private SafetensorsFile(Origin origin) {
        this.origin = origin;
        long length = origin.size() < Long.BYTES
                ? -1
                : origin.guarded(() -> origin.bytes().get(Elements.longs(ByteOrder.LITTLE_ENDIAN), 0));
        long rest = origin.size() - Long.BYTES;
        if (length < 0 || length > rest) {
            throw origin.refused("is cut off or no safetensors file: its header should be longer than the file.");
        }
        if (length > MOST_HEADER) {
            throw origin.refused(
                    String.format(Locale.ROOT, "has a header of %,d bytes; up to %,d are read.", length, MOST_HEADER));
        }
        this.dataOffset = Long.BYTES + length;
        this.header = SafetensorsHeader.read(origin.slice(origin.name(), "header", Long.BYTES, length));
    }

    /// @throws UnreadableFile if the header is broken or too large, the tensors do not fill the file without
    ///                        gap and overlap, or none can be read
    static SourceFile open(Origin origin) {
        return new SafetensorsFile(origin).read();
    }

    private SourceFile read() {
        requireNoGap();
        NamedArrays.Builder arrays = new NamedArrays.Builder(origin, "safetensors");
        List<SafetensorsHeader.Entry> entries = new ArrayList<>(header.entries());
        entries.sort(Comparator.comparing(SafetensorsHeader.Entry::name, NaturalOrder.INSTANCE));
        entries.forEach(entry -> arrays.add(entry.name(), () -> tensor(entry)));
        header.about().forEach((name, text) -> arrays.note(() -> name + ": " + text));
        if (header.aboutEntries() > header.about().size()) {
            arrays.note(() -> "And "
                    + Sentences.grouped(header.aboutEntries() - header.about().size())
                    + " more texts of its metadata.");
        }
        return arrays.build("holds no tensors.");
    }

    private void requireNoGap() {
        List<SafetensorsHeader.Entry> entries = new ArrayList<>(header.entries());
        entries.sort(Comparator.comparingLong(SafetensorsHeader.Entry::begin)
                .thenComparingLong(SafetensorsHeader.Entry::end));
        long at = 0;
        for (SafetensorsHeader.Entry entry : entries) {
            if (entry.begin() != at || entry.end() < at) {
                throw origin.refused("is damaged: the tensor " + Sentences.quoted(entry.name())
                        + " does not begin where the one before it ends.");
            }
            requireSize(entry);
            at = entry.end();
        }
        long data = origin.size() - dataOffset;
        if (at != data) {
            throw origin.refused(String.format(Locale.ROOT, "declares %,d bytes of values, but holds %,d.", at, data));
        }
    }

    private void requireSize(SafetensorsHeader.Entry entry) {
        int bits = bits(entry.dtype());
        BigInteger declared = BigInteger.valueOf(bits);
        for (long length : entry.shape()) {
            declared = declared.multiply(BigInteger.valueOf(length));
        }
        BigInteger held = BigInteger.valueOf(entry.end()).subtract(BigInteger.valueOf(entry.begin()));
        if (bits > 0 && !declared.equals(held.shiftLeft(3))) {
            throw new UnreadableFile(
                    origin.name(),
                    Optional.of(entry.name()),
                    String.format(
                            Locale.ROOT,
                            "declares %s values of type %s, but holds %,d bytes.",
                            Sentences.times(entry.shape()),
                            Sentences.excerpt(entry.dtype(), 20),
                            held));
        }
    }

    /// Of one value; 0 for types that are not known.
    private static int bits(String dtype) {
        Dtype known = DTYPES.get(dtype);
        if (known != null) {
            return 8 * known.bytes();
        }
        return switch (dtype) {
            case "C64" -> 64;
            case "F8_E5M2", "F8_E4M3", "F8_E8M0", "F8_E4M3FNUZ", "F8_E5M2FNUZ" -> 8;
            case "F6_E2M3", "F6_E3M2" -> 6;
            case "F4" -> 4;
            default -> 0;
        };
    }

    private Tensor tensor(SafetensorsHeader.Entry entry) throws Damaged {
        Dtype dtype = DTYPES.get(entry.dtype());
        if (dtype == null) {
            throw new Damaged("has the dtype " + Sentences.quoted(entry.dtype())
                    + ", which is not read. Save it as F16, BF16, F32 or F64.");
        }
        return new MappedTensor(
                origin,
                Optional.of(entry.name()),
                entry.shape(),
                Strides.c(entry.shape()),
                ElementType.little(dtype),
                origin.bytes().asSlice(dataOffset + entry.begin(), entry.end() - entry.begin()));
    }
}
