package org.histogrid.dataset;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.histogrid.dataset.ImportSpec.Labels;

/// The values of a column or a vector with how often each stands there, most frequent first; of more than
/// [#MOST_VALUES] different ones only the first met are listed. `score` is there where all of them are numbers.
public record LabelCounts(
        List<ValueCount> values, boolean isComplete, int rows, int empty, Optional<ScoreColumn> score) {

    static final int MOST_VALUES = 2_000;

    /// A value as it was first met: numbers are counted by value.
    public record ValueCount(String value, int count) {}

    public LabelCounts {
        values = List.copyOf(values);
    }

    static LabelCounts of(ImportFiles files, Labels labels) {
        var file = String.valueOf(labels.file());
        var column = labels.column();
        var texts = ImportFiles.reading(() -> column == null
                ? files.tensor(file, Optional.ofNullable(labels.tensor())).texts()
                : files.table(file).column(column));
        return of(column == null ? file : column, texts);
    }

    static LabelCounts of(String name, List<String> texts) {
        var counts = new HashMap<String, Count>();
        var scores = new ScoreReader(name);
        var complete = true;
        var empty = 0;
        for (var text : texts) {
            if (LabelingPlanner.isMissing(text)) {
                empty++;
                scores.add("");
                continue;
            }
            scores.add(text);
            var key = Classifier.key(text);
            var known = counts.get(key);
            if (known != null) {
                known.count++;
            } else if (counts.size() < MOST_VALUES) {
                counts.put(key, new Count(text.strip(), counts.size()));
            } else {
                complete = false;
            }
        }
        var values = counts.values().stream()
                .sorted(Comparator.comparingInt((Count one) -> -one.count).thenComparingInt(one -> one.place))
                .map(one -> new ValueCount(one.text, one.count))
                .toList();
        return new LabelCounts(
                values, complete, texts.size(), empty, scores.isScore() ? score(scores) : Optional.empty());
    }

    private static Optional<ScoreColumn> score(ScoreReader scores) {
        return Optional.of(scores.column()).filter(column -> !column.isEmpty());
    }

    private static final class Count {
        private final String text;
        private final int place;
        private int count = 1;

        Count(String text, int place) {
            this.text = text;
            this.place = place;
        }
    }

    /// The classes that these values make, with how many rows each gets, in the order given.
    public List<LabelClass> classes(Map<String, ? extends Collection<String>> valuesOfClass) {
        var classOf = new HashMap<String, String>();
        valuesOfClass.forEach(
                (name, given) -> given.forEach(value -> classOf.putIfAbsent(Classifier.key(value), name)));
        var sums = new HashMap<String, Integer>();
        values.forEach(one -> {
            var name = classOf.get(Classifier.key(one.value()));
            if (name != null) {
                sums.merge(name, one.count(), Integer::sum);
            }
        });
        var classes = new ArrayList<LabelClass>();
        valuesOfClass.keySet().forEach(name -> classes.add(new LabelClass(name, sums.getOrDefault(name, 0))));
        return LabelClass.coloured(classes);
    }
}
