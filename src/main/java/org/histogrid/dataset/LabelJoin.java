package org.histogrid.dataset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.histogrid.base.BadInput;

/// Puts labels of a file to the samples of a dataset, and refuses labels of another run with what first disagrees.
final class LabelJoin {

    private static final int MOST_LISTED = 20;

    private final String file;
    private final String dataset;
    private final List<String> sampleIds;

    /// @param sampleIds the id of each sample in its order, empty where it has none
    LabelJoin(String file, String dataset, List<String> sampleIds) {
        this.file = file;
        this.dataset = dataset;
        this.sampleIds = sampleIds;
    }

    boolean samplesHaveIds() {
        return sampleIds.stream().anyMatch(id -> !id.isEmpty());
    }

    /// Whether a column is one of ids of these samples: all different, and most of them known.
    boolean areIds(List<String> cells) {
        var known = new HashSet<>(sampleIds);
        known.remove("");
        var seen = new HashSet<String>();
        var matches = cells.stream()
                .map(String::strip)
                .filter(seen::add)
                .filter(known::contains)
                .count();
        return seen.size() == cells.size() && matches * 2 > cells.size();
    }

    List<String> byOrder(List<String> labels) {
        var samples = sampleIds.size();
        if (labels.size() == samples) {
            return labels;
        }
        var first = Math.min(labels.size(), samples);
        var disagreement = labels.size() < samples
                ? "The first sample without a label is number %d%s.".formatted(first + 1, named(first))
                : "The first label without a sample is in row %d.".formatted(first + 1);
        throw new BadInput("%s has %s, but %s has %s. %s"
                        .formatted(
                                file,
                                ImportLog.count(labels.size(), "label"),
                                dataset,
                                ImportLog.count(samples, "sample"),
                                disagreement))
                .inFile(file)
                .inRow(first + 1L)
                .forField("file");
    }

    private String named(int sample) {
        return sampleIds.get(sample).isEmpty() ? "" : " (" + sampleIds.get(sample) + ")";
    }

    /// @param ids the cells of the column of ids, beside the labels
    List<String> byId(String column, List<String> ids, List<String> labels) {
        var rowOf = rows(column, ids);
        var ordered = new ArrayList<String>();
        var missing = new ArrayList<Integer>();
        for (var sample = 0; sample < sampleIds.size(); sample++) {
            var row = rowOf.remove(sampleIds.get(sample));
            if (row == null) {
                missing.add(sample);
            } else {
                ordered.add(labels.get(row));
            }
        }
        if (missing.isEmpty() && rowOf.isEmpty()) {
            return ordered;
        }
        throw disagreement(column, ids, rowOf.values().stream().sorted().toList(), missing);
    }

    private Map<String, Integer> rows(String column, List<String> ids) {
        var rowOf = new HashMap<String, Integer>();
        for (var row = 0; row < ids.size(); row++) {
            var id = ids.get(row).strip();
            if (id.isEmpty()) {
                throw refused("%s has no id in row %d.".formatted(file, row + 1), column, row);
            }
            var before = rowOf.put(id, row);
            if (before != null) {
                throw refused(
                        "%s has the id %s twice, in rows %d and %d.".formatted(file, id, before + 1, row + 1),
                        column,
                        row);
            }
        }
        return rowOf;
    }

    private BadInput disagreement(String column, List<String> ids, List<Integer> unknown, List<Integer> missing) {
        var counts = "Of %s and %s, %s no sample and %s no label."
                .formatted(
                        ImportLog.count(ids.size(), "label"),
                        ImportLog.count(sampleIds.size(), "sample"),
                        unknown.size() == 1 ? "1 label has" : unknown.size() + " labels have",
                        missing.size() == 1 ? "1 sample has" : missing.size() + " samples have");
        var problem = unknown.isEmpty()
                ? new BadInput("%s has no label for %s, sample %d of %s. %s"
                        .formatted(
                                file,
                                sampleIds.get(missing.getFirst()).isEmpty()
                                        ? "a sample without an id"
                                        : sampleIds.get(missing.getFirst()),
                                missing.getFirst() + 1,
                                dataset,
                                counts))
                : new BadInput("%s labels %s in row %d, which is no sample of %s. %s"
                                .formatted(file, ids.get(unknown.getFirst()), unknown.getFirst() + 1, dataset, counts))
                        .inRow(unknown.getFirst() + 1L);
        return problem.inFile(file)
                .inColumn(column)
                .forField("id")
                .withUnmatched(
                        unknown.stream().limit(MOST_LISTED).map(ids::get).toList(),
                        unknown.size(),
                        missing.stream().limit(MOST_LISTED).map(sampleIds::get).toList(),
                        missing.size());
    }

    private BadInput refused(String sentence, String column, int row) {
        return new BadInput(sentence)
                .inFile(file)
                .inColumn(column)
                .inRow(row + 1L)
                .forField("id");
    }
}
