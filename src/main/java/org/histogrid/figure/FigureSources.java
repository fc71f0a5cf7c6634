package org.histogrid.figure;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What a caption says beyond what a computed grid knows of itself.
///
/// @param version of Histogrid; empty where it is not to be said
/// @param made the day the figure was made; left out, the same grid gives the same bytes on every day
/// @param rows for each row of the grid what it was read from; empty, or shorter than the grid, where it is
///     not known
public record FigureSources(String version, Optional<LocalDate> made, List<RowSource> rows) {

    public static final FigureSources NONE = new FigureSources("", Optional.empty(), List.of());

    /// What a row was read from.
    ///
    /// @param files the files of its dataset
    /// @param convention how its layers are counted, such as "layer 0 is the embedding"; empty where it is
    ///     not known
    /// @param rule how samples got their classes, such as "score of at least 0.5"; empty where it is not
    ///     known
    public record RowSource(List<File> files, String convention, String rule) {
        public static final RowSource NONE = new RowSource(List.of(), "", "");

        public RowSource {
            files = List.copyOf(files);
        }
    }

    /// A file by its name and the SHA-256 of its bytes in hexadecimal, empty where it is not known.
    public record File(String name, String sha256) {}

    public FigureSources {
        rows = List.copyOf(rows);
    }

    RowSource row(int index) {
        return index < rows.size() ? rows.get(index) : RowSource.NONE;
    }
}
