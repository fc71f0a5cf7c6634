package org.histogrid.dataset.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.histogrid.dataset.ImportSpec.Ids;
import org.histogrid.dataset.ImportSpec.Matrix;
import org.histogrid.tensor.FileContents;

/// Where the ids of the matrices' rows may stand, for a person to choose.
record RowIds(Optional<Ids> ids) {

    static final RowIds ORDER = new RowIds(Optional.empty());
    private static final RowIds NAMES = new RowIds(Optional.of(new Ids(null, null, null, true)));

    /// All vectors and columns, but not those of the table of samples itself.
    static List<RowIds> all(List<FileContents> contents, List<Matrix> matrices, Optional<String> table) {
        var all = new ArrayList<RowIds>();
        all.add(ORDER);
        if (matrices.stream().anyMatch(matrix -> String.valueOf(matrix.file()).contains("*"))) {
            all.add(NAMES);
        }
        LabelSource.all(contents).stream()
                .filter(source -> source.column().isEmpty() || !table.equals(Optional.of(source.file())))
                .map(source -> new RowIds(Optional.of(new Ids(
                        source.file(),
                        source.tensor().orElse(null),
                        source.column().orElse(null),
                        null))))
                .forEach(all::add);
        return all;
    }

    String inWords() {
        return ids.map(RowIds::inWords).orElse("their order");
    }

    private static String inWords(Ids ids) {
        if (Boolean.TRUE.equals(ids.fromNames())) {
            return "the id in each file's name";
        }
        return "the ids in "
                + new LabelSource(
                                String.valueOf(ids.file()),
                                Optional.ofNullable(ids.tensor()),
                                Optional.ofNullable(ids.column()))
                        .inWords();
    }
}
