package org.histogrid.dataset;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.histogrid.base.BadInput;
import org.histogrid.dataset.ImportSpec.Ids;
import org.histogrid.dataset.ImportSpec.Matrix;
import org.jspecify.annotations.Nullable;

/// The ids of the rows of the matrices, where they come with these.
final class SampleIds {

    private SampleIds() {}

    static Optional<List<String>> read(ImportFiles files, ImportSpec spec, int samples) {
        var asked = spec.samples() == null ? null : spec.samples().ids();
        if (asked == null) {
            return Optional.empty();
        }
        var matrices = Optional.ofNullable(spec.matrices()).orElse(List.of());
        var ids =
                Boolean.TRUE.equals(asked.fromNames()) ? fromNames(files, matrices.getFirst()) : fromFile(files, asked);
        var place = Boolean.TRUE.equals(asked.fromNames())
                ? String.valueOf(matrices.getFirst().file())
                : String.valueOf(asked.file());
        if (ids.size() != samples) {
            throw new BadInput(
                            "%s gives %d ids, but the matrices have %d samples.".formatted(place, ids.size(), samples))
                    .inFile(place)
                    .forField("samples.ids");
        }
        requireDistinct(ids, place, null);
        return Optional.of(ids);
    }

    private static List<String> fromNames(ImportFiles files, Matrix matrix) {
        var pattern = String.valueOf(matrix.file());
        if (!FileSeries.isPattern(pattern)) {
            throw new BadInput("Ids stand in the names of files only where there is one file a sample.")
                    .inFile(pattern)
                    .forField("samples.ids");
        }
        return new FileSeries(pattern, files.series(pattern)).parts();
    }

    private static List<String> fromFile(ImportFiles files, Ids asked) {
        var file = ImportPlanner.text(asked.file())
                .orElseThrow(() -> new BadInput("Say which file holds the ids of the rows.").forField("samples.ids"));
        var column = ImportPlanner.text(asked.column());
        return ImportFiles.reading(() -> column.isPresent()
                ? files.table(file).column(column.get())
                : files.tensor(file, ImportPlanner.text(asked.tensor())).texts());
    }

    static void requireDistinct(List<String> ids, String file, @Nullable String column) {
        var seen = new HashMap<String, Integer>();
        for (var i = 0; i < ids.size(); i++) {
            var before = seen.putIfAbsent(ids.get(i), i);
            if (before != null) {
                var problem = new BadInput("%s has the id %s twice, in rows %d and %d: ids of samples must differ."
                                .formatted(file, ids.get(i), before + 1, i + 1))
                        .inFile(file)
                        .inRow(i + 1L);
                throw column == null ? problem : problem.inColumn(column);
            }
        }
    }
}
