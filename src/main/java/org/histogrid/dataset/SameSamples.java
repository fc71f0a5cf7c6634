package org.histogrid.dataset;

import java.util.List;
import java.util.Optional;
import org.histogrid.base.BadInput;

/// Holds an import against the dataset it is added to: the samples must be the same in the same order, shown by
/// their ids or, where there are none, by a column of attributes or the texts that both have.
final class SameSamples {

    private final DatasetDetails dataset;
    private final Samples stored;
    private final int nextHookPoint;

    SameSamples(DatasetDetails dataset, Samples stored, int nextHookPoint) {
        this.dataset = dataset;
        this.stored = stored;
        this.nextHookPoint = nextHookPoint;
    }

    DatasetDetails dataset() {
        return dataset;
    }

    void require(int samples, SampleTable table, String matrixFile) {
        if (samples != dataset.samples()) {
            throw new BadInput("%s has %d samples, but %s has %d: it cannot be added to it."
                            .formatted(matrixFile, samples, dataset.name(), dataset.samples()))
                    .inFile(matrixFile)
                    .forField("dataset");
        }
        var known = stored.ids(dataset.id().value());
        var given = table.ids();
        if (given.isPresent() && known.stream().noneMatch(String::isEmpty)) {
            compare(given.get(), known, "id", matrixFile);
            return;
        }
        var shared = sharedColumn(table);
        if (shared.isEmpty()) {
            throw new BadInput(
                            ("Nothing shows that the samples of %s are those of %s in the same order: add their ids, "
                                            + "or a column that this dataset has.")
                                    .formatted(matrixFile, dataset.name()))
                    .inFile(matrixFile)
                    .forField("samples.id");
        }
        compare(
                table.column(shared.get()),
                stored.column(dataset.id().value(), shared.get()),
                shared.get(),
                matrixFile);
    }

    private Optional<String> sharedColumn(SampleTable table) {
        var have = dataset.columns().stream().map(SampleColumn::name).toList();
        return table.columns().stream()
                .map(SampleColumn::name)
                .filter(have::contains)
                .findFirst();
    }

    private void compare(List<String> given, List<String> known, String what, String matrixFile) {
        for (var i = 0; i < known.size(); i++) {
            if (!Classifier.key(given.get(i)).equals(Classifier.key(known.get(i)))) {
                throw new BadInput(
                                ("The samples are not those of %s in the same order: sample %d has the %s %s here and "
                                                + "%s there.")
                                        .formatted(
                                                dataset.name(), i + 1, what, shown(given.get(i)), shown(known.get(i))))
                        .inFile(matrixFile)
                        .inRow(i + 1L)
                        .forField("dataset");
            }
        }
    }

    private static String shown(String value) {
        return value.isEmpty() ? "none" : value.length() <= 60 ? value : value.substring(0, 60) + "...";
    }

    /// The place of a new hook point, after those there are.
    int nextHookPoint() {
        return nextHookPoint;
    }
}
