package org.histogrid.tensor.child;

import java.nio.file.Path;

final class ParquetConversion {

    private ParquetConversion() {}

    static ChildAnswer convert(Path path, long most, Path folder) {
        throw new Refusal("is a Parquet file.");
    }
}
