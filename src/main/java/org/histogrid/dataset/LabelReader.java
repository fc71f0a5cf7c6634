package org.histogrid.dataset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import org.histogrid.base.BadInput;
import org.histogrid.dataset.ImportSpec.Labels;

/// Reads the label of each sample, in the order of the samples, and refuses labels of another run.
final class LabelReader {

    private final ImportFiles files;
    private final SampleTable table;
    private final int samples;
    private final String matrixFile;

    LabelReader(ImportFiles files, SampleTable table, int samples, String matrixFile) {
        this.files = files;
        this.table = table;
        this.samples = samples;
        this.matrixFile = matrixFile;
    }

    List<String> read(Labels labels) {
        var file = String.valueOf(labels.file());
        var column = labels.column();
        if (column == null) {
            var texts = ImportFiles.reading(() -> files.vectors(file, ImportPlanner.text(labels.tensor())));
            requireSamples(texts.size(), samples, file, "labels", matrixFile);
            return blankMissing(texts);
        }
        if (table.isFrom(file)) {
            return blankMissing(table.column(column));
        }
        var texts = ImportFiles.reading(() -> files.table(file).column(column));
        var id = labels.id();
        if (id == null) {
            requireSamples(texts.size(), samples, file, "labels", matrixFile);
            return blankMissing(texts);
        }
        return blankMissing(joined(file, id, texts));
    }

    private List<String> joined(String file, String id, List<String> texts) {
        var wanted = table.ids()
                .orElseThrow(() -> new BadInput("Labels can be joined by id only where the samples have one.")
                        .forField("samples.id"));
        var ids = ImportFiles.reading(() -> files.table(file).column(id));
        var labelOf = new HashMap<String, String>();
        for (var i = 0; i < ids.size(); i++) {
            if (labelOf.put(ids.get(i), texts.get(i)) != null) {
                throw new BadInput("%s has the id %s twice.".formatted(file, ids.get(i)))
                        .inFile(file)
                        .inColumn(id)
                        .inRow(i + 1L);
            }
        }
        var samplesFile = table.name().isEmpty() ? matrixFile : table.name();
        var labels = new ArrayList<String>();
        for (var i = 0; i < wanted.size(); i++) {
            var label = labelOf.remove(wanted.get(i));
            if (label == null) {
                throw new BadInput("%s has no label for %s, the sample of row %d of %s."
                                .formatted(file, wanted.get(i), i + 1, samplesFile))
                        .inFile(file)
                        .inColumn(id);
            }
            labels.add(label);
        }
        if (!labelOf.isEmpty()) {
            var first = Collections.min(labelOf.keySet());
            throw new BadInput("%s labels %s, which is no sample of %s (%d such in all)."
                            .formatted(file, first, samplesFile, labelOf.size()))
                    .inFile(file)
                    .inColumn(id);
        }
        return labels;
    }

    private static List<String> blankMissing(List<String> texts) {
        return texts.stream()
                .map(text -> LabelingPlanner.isMissing(text) ? "" : text)
                .toList();
    }

    static void requireSamples(long found, int samples, String file, String what, String matrixFile) {
        if (found == samples) {
            return;
        }
        throw new BadInput(("%s has %d %s, but %s has %d samples. "
                                + "If the rows of %s are neurons, set its axes to neuron, sample.")
                        .formatted(file, found, what, matrixFile, samples, matrixFile))
                .inFile(file)
                .forField("matrices[0].axes");
    }
}
