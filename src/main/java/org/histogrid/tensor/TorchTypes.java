package org.histogrid.tensor;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// PyTorch's names for types of values.
final class TorchTypes {

    private static final String MODULE = "torch.";

    private static final Map<String, Dtype> STORAGES = Map.of(
            "DoubleStorage", Dtype.F64,
            "FloatStorage", Dtype.F32,
            "HalfStorage", Dtype.F16,
            "BFloat16Storage", Dtype.BF16,
            "LongStorage", Dtype.I64,
            "IntStorage", Dtype.I32,
            "ShortStorage", Dtype.I16,
            "CharStorage", Dtype.I8,
            "ByteStorage", Dtype.U8,
            "BoolStorage", Dtype.BOOL);

    private static final Set<String> STORAGES_NOT_READ = Set.of(
            "ComplexFloatStorage",
            "ComplexDoubleStorage",
            "QInt8Storage",
            "QUInt8Storage",
            "QInt32Storage",
            "QUInt4x2Storage",
            "QUInt2x4Storage");

    static final String UNTYPED = "UntypedStorage";

    private static final Map<String, Dtype> DTYPES = Map.ofEntries(
            Map.entry("float64", Dtype.F64),
            Map.entry("float32", Dtype.F32),
            Map.entry("float16", Dtype.F16),
            Map.entry("bfloat16", Dtype.BF16),
            Map.entry("int64", Dtype.I64),
            Map.entry("int32", Dtype.I32),
            Map.entry("int16", Dtype.I16),
            Map.entry("int8", Dtype.I8),
            Map.entry("uint64", Dtype.U64),
            Map.entry("uint32", Dtype.U32),
            Map.entry("uint16", Dtype.U16),
            Map.entry("uint8", Dtype.U8),
            Map.entry("bool", Dtype.BOOL));

    private static final Set<String> DTYPES_NOT_READ = Set.of(
            "complex32",
            "complex64",
            "complex128",
            "float8_e5m2",
            "float8_e4m3fn",
            "float8_e5m2fnuz",
            "float8_e4m3fnuz",
            "float8_e8m0fnu");

    private TorchTypes() {}

    /// Whether this is a class of storages.
    static boolean storage(String global) {
        String name = withoutModule(global);
        return STORAGES.containsKey(name) || STORAGES_NOT_READ.contains(name) || name.equals(UNTYPED);
    }

    /// Whether this is a type of values.
    static boolean dtype(String global) {
        String name = withoutModule(global);
        return DTYPES.containsKey(name) || DTYPES_NOT_READ.contains(name);
    }

    /// The type of a tensor's values; empty if it is one that is not read.
    ///
    /// @param global the tensor's own type, empty if its storage has it
    static Optional<Dtype> of(Pickled.View view) {
        return Optional.ofNullable(
                view.dtype().isEmpty() ? STORAGES.get(view.storage().kind()) : DTYPES.get(withoutModule(view.dtype())));
    }

    /// What a sentence calls the type.
    static String words(Pickled.View view) {
        return view.dtype().isEmpty() ? view.storage().kind() : view.dtype();
    }

    /// Bytes of one unit in which a storage is counted.
    static int unit(Pickled.Storage storage) {
        Dtype dtype = STORAGES.get(storage.kind());
        return dtype == null ? 1 : dtype.bytes();
    }

    private static String withoutModule(String global) {
        return global.startsWith(MODULE) ? global.substring(MODULE.length()) : "";
    }
}
