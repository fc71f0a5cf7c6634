package org.histogrid.dataset;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.histogrid.base.BadInput;
import org.histogrid.dataset.ImportSpec.Labels;
import org.histogrid.dataset.ImportSpec.Matrix;
import org.histogrid.tensor.ColumnInfo;
import org.histogrid.tensor.FileContents;
import org.histogrid.tensor.TensorInfo;
import org.jspecify.annotations.Nullable;

/// Finds the labels among the files and the classes among their values, where these can mean one thing.
final class LabelingPlanner {

    static final int MOST_CHOICES = 20;

    private static final Set<String> LABEL_NAMES =
            Set.of("label", "labels", "y", "target", "targets", "correct", "is_correct", "is_true", "truth", "class");
    private static final Set<String> TRUE = Set.of("#1", "true", "t");
    private static final Set<String> FALSE = Set.of("#0", "false", "f");

    /// Fewer different numbers than this are more likely names of classes than a score.
    private static final int FEWEST_SCORES = 8;

    private static final String ABOVE = "true answer";
    private static final String BELOW = "false answer";

    /// @param sure   the labelings as the files tell them
    /// @param likely the same with what could be guessed
    record Plan(List<Labels> sure, List<Labels> likely) {}

    private final ImportFiles files;
    private final List<BadInput> questions;

    LabelingPlanner(ImportFiles files, List<BadInput> questions) {
        this.files = files;
        this.questions = questions;
    }

    Plan plan(ImportSpec given, List<Matrix> matrices, Optional<ImportSpec.Samples> samples) {
        var sure = new ArrayList<Labels>();
        var likely = new ArrayList<Labels>();
        // What is added to a dataset is seen under the labelings that this has: labels only show that the samples are
        // the same
        if (given.dataset() != null) {
            var beside = Optional.ofNullable(given.labelings()).orElseGet(() -> {
                var before = List.copyOf(questions);
                var all = found(matrices, samples);
                questions.clear();
                questions.addAll(before);
                return all;
            });
            return new Plan(beside, beside);
        }
        var asked = given.labelings() == null ? found(matrices, samples) : given.labelings();
        for (var i = 0; i < asked.size(); i++) {
            complete(asked.get(i), "labelings[%d]".formatted(i), samples, sure, likely);
        }
        return new Plan(sure, likely);
    }

    static boolean isLabelName(String name) {
        return LABEL_NAMES.contains(name.strip().toLowerCase(Locale.ROOT));
    }

    static List<String> labelColumns(FileContents.Table table) {
        return table.columns().stream()
                .map(ColumnInfo::name)
                .filter(LabelingPlanner::isLabelName)
                .toList();
    }

    private List<Labels> found(List<Matrix> matrices, Optional<ImportSpec.Samples> samples) {
        var named = new ArrayList<Labels>();
        var others = new ArrayList<Labels>();
        var used = used(matrices, samples);
        for (var content : files.inspect()) {
            if (content instanceof FileContents.Table table) {
                labelColumns(table).forEach(column -> named.add(Labels.in(table.file(), null, column)));
                if (table.columns().size() == 1 && labelColumns(table).isEmpty()) {
                    others.add(Labels.in(
                            table.file(), null, table.columns().getFirst().name()));
                }
            }
            if (content instanceof FileContents.Arrays arrays) {
                for (var tensor : arrays.tensors()) {
                    if (isVector(tensor) && !used.contains(List.of(arrays.file(), tensor.tensor()))) {
                        var labels = Labels.in(arrays.file(), tensor.tensor().orElse(null), null);
                        var isNamed = isLabelName(tensor.tensor().orElse(FileSeries.stem(arrays.file())));
                        (isNamed ? named : others).add(labels);
                    }
                }
            }
        }
        // One vector file beside one column of labels is a question; a vector beside named labels is something else
        var all = named.isEmpty() || named.stream().allMatch(one -> one.tensor() == null && one.column() != null)
                ? joined(named, vectorsOfTheirOwn(others, named.isEmpty()))
                : named;
        if (all.size() == 1) {
            return all;
        }
        questions.add(
                all.isEmpty()
                        ? new BadInput("No labels were found. Add a file with one label a sample, or name the column "
                                        + "that holds them. Or import without labels (\"labelings\": []).")
                                .forField("labelings")
                                .withChoices(columns())
                        : new BadInput("Labels may be in %d places: say which.".formatted(all.size()))
                                .forField("labelings")
                                .withChoices(all.stream()
                                        .map(LabelingPlanner::place)
                                        .limit(MOST_CHOICES)
                                        .toList()));
        return List.of();
    }

    private static List<Labels> vectorsOfTheirOwn(List<Labels> others, boolean all) {
        return others.stream()
                .filter(one -> all || (one.tensor() == null && one.column() == null))
                .toList();
    }

    private static List<Labels> joined(List<Labels> one, List<Labels> other) {
        var all = new ArrayList<>(one);
        all.addAll(other);
        return all;
    }

    private static String place(Labels labels) {
        return labels.file()
                + (labels.tensor() == null ? "" : ", tensor " + labels.tensor())
                + (labels.column() == null ? "" : ", column " + labels.column());
    }

    private List<String> columns() {
        return files.inspect().stream()
                .filter(FileContents.Table.class::isInstance)
                .map(FileContents.Table.class::cast)
                .flatMap(table -> table.columns().stream().map(ColumnInfo::name))
                .limit(MOST_CHOICES)
                .toList();
    }

    private static boolean isVector(TensorInfo tensor) {
        return !tensor.shape().isEmpty() && AxesPlanner.longAxes(tensor.shape()).size() <= 1;
    }

    /// What is something else than labels, by file and tensor. Of the others, the length is checked with
    /// everything else, so that labels of another run are refused by name rather than passed over.
    private Set<List<Object>> used(List<Matrix> matrices, Optional<ImportSpec.Samples> samples) {
        var used = new HashSet<List<Object>>();
        for (var matrix : matrices) {
            var file = String.valueOf(matrix.file());
            files.series(file).forEach(name -> used.add(List.of(name, ImportPlanner.text(matrix.tensor()))));
            var neurons = matrix.neurons();
            if (neurons != null && neurons.isString()) {
                used.add(List.of(neurons.asString(), Optional.empty()));
                used.add(List.of(file, Optional.of(neurons.asString())));
            }
        }
        samples.map(ImportSpec.Samples::ids)
                .filter(ids -> ids.file() != null)
                .ifPresent(ids -> used.add(List.of(String.valueOf(ids.file()), ImportPlanner.text(ids.tensor()))));
        return used;
    }

    private void complete(
            Labels asked, String field, Optional<ImportSpec.Samples> samples, List<Labels> sure, List<Labels> likely) {
        var file = ImportPlanner.text(asked.file())
                .or(() -> fileWithColumn(asked.column()))
                .or(() -> samples.flatMap(table -> ImportPlanner.text(table.file())))
                .orElseThrow(() -> new BadInput("Say which file holds these labels.")
                        .forField(field + ".file")
                        .withChoices(files.names().stream().limit(MOST_CHOICES).toList()));
        var isTable = !FileSeries.isPattern(file) && files.isTable(file);
        var column = isTable ? column(asked, file, field) : null;
        if (isTable && column == null) {
            sure.add(asked);
            likely.add(asked);
            return;
        }
        var tensor = ImportPlanner.text(asked.tensor());
        var name = ImportPlanner.text(asked.name())
                .orElseGet(() -> column != null ? column : tensor.orElseGet(() -> FileSeries.stem(file)));
        var id = column == null ? null : join(asked, file, samples);
        var plain = new Labels(
                name,
                file,
                tensor.orElse(null),
                column,
                id,
                asked.values(),
                asked.threshold(),
                asked.above(),
                asked.below());
        if (asked.threshold() != null || asked.values() != null) {
            sure.add(plain);
            likely.add(plain);
            return;
        }
        var values = new Values(texts(file, tensor, column));
        var usual = values.usual();
        if (usual.isPresent()) {
            sure.add(withValues(plain, usual.get()));
            likely.add(withValues(plain, usual.get()));
            return;
        }
        questions.add(question(values, file, column, field));
        sure.add(plain);
        likely.add(guess(values, plain));
    }

    private static Labels withValues(Labels plain, Map<String, List<String>> values) {
        return new Labels(
                plain.name(), plain.file(), plain.tensor(), plain.column(), plain.id(), values, null, null, null);
    }

    /// A score is cut in the middle of its range, few values make a class each.
    private static Labels guess(Values values, Labels plain) {
        var middle = values.isScore() ? values.middle() : Optional.<Double>empty();
        if (middle.isPresent()) {
            return new Labels(
                    plain.name(),
                    plain.file(),
                    plain.tensor(),
                    plain.column(),
                    plain.id(),
                    null,
                    middle.get(),
                    ABOVE,
                    BELOW);
        }
        var each = new LinkedHashMap<String, List<String>>();
        values.shown().stream().limit(FEWEST_SCORES).forEach(value -> each.put(value, List.of(value)));
        return each.isEmpty() ? plain : withValues(plain, each);
    }

    private Optional<String> fileWithColumn(@Nullable String column) {
        if (column == null) {
            return Optional.empty();
        }
        var having = files.inspect().stream()
                .filter(FileContents.Table.class::isInstance)
                .map(FileContents.Table.class::cast)
                .filter(table ->
                        table.columns().stream().anyMatch(one -> one.name().equals(column)))
                .map(FileContents.Table::file)
                .toList();
        return having.size() == 1 ? Optional.of(having.getFirst()) : Optional.empty();
    }

    private @Nullable String column(Labels asked, String file, String field) {
        var columns = files.table(file).columnNames();
        var wanted = ImportPlanner.text(asked.column());
        if (wanted.isPresent()) {
            if (!columns.contains(wanted.get())) {
                throw new BadInput("%s has no column %s.".formatted(file, wanted.get()))
                        .inFile(file)
                        .inColumn(wanted.get())
                        .forField(field + ".column")
                        .withChoices(columns.stream().limit(MOST_CHOICES).toList());
            }
            return wanted.get();
        }
        var usual = ImportPlanner.named(columns, LABEL_NAMES)
                .or(() -> columns.size() == 1 ? Optional.of(columns.getFirst()) : Optional.empty());
        if (usual.isEmpty()) {
            questions.add(new BadInput("Say which column of %s holds the labels.".formatted(file))
                    .inFile(file)
                    .forField(field + ".column")
                    .withChoices(columns.stream().limit(MOST_CHOICES).toList()));
        }
        return usual.orElse(null);
    }

    /// A table of labels beside the table of samples is joined by the samples' id where it has that column.
    private @Nullable String join(Labels asked, String file, Optional<ImportSpec.Samples> samples) {
        var given = ImportPlanner.text(asked.id());
        if (given.isPresent()) {
            return given.get();
        }
        return samples.filter(table -> !file.equals(table.file()))
                .map(ImportSpec.Samples::id)
                .filter(id -> files.table(file).columnNames().contains(id))
                .orElse(null);
    }

    private BadInput question(Values values, String file, @Nullable String column, String field) {
        var place = column == null ? file : "Column %s of %s".formatted(column, file);
        var question = new BadInput(
                        values.shown().isEmpty()
                                ? "%s holds no labels.".formatted(place)
                                : values.isScore()
                                        ? "%s holds %s: give a threshold, or say which of them make which class."
                                                .formatted(place, values.inWords())
                                        : "%s holds %s: say which of them make which class."
                                                .formatted(place, values.inWords()))
                .inFile(file)
                .forField(field + (values.isScore() ? ".threshold" : ".values"))
                .withChoices(values.shown().stream().limit(MOST_CHOICES).toList());
        return column == null ? question : question.inColumn(column);
    }

    private List<String> texts(String file, Optional<String> tensor, @Nullable String column) {
        return ImportFiles.reading(() ->
                column == null ? files.vectors(file, tensor) : files.table(file).column(column));
    }

    static boolean isMissing(String value) {
        return value.isBlank() || value.strip().equalsIgnoreCase("nan");
    }

    /// The different values of a column of labels, in the order in which they come.
    private static final class Values {

        private final Set<String> keys = new LinkedHashSet<>();
        private final List<String> shown = new ArrayList<>();

        Values(List<String> texts) {
            for (var value : texts) {
                if (!isMissing(value) && keys.add(Classifier.key(value))) {
                    shown.add(value.strip());
                }
            }
        }

        List<String> shown() {
            return shown;
        }

        Optional<Map<String, List<String>>> usual() {
            var lower = keys.stream().map(key -> key.toLowerCase(Locale.ROOT)).toList();
            if (keys.isEmpty() || !lower.stream().allMatch(key -> TRUE.contains(key) || FALSE.contains(key))) {
                return Optional.empty();
            }
            var usual = new LinkedHashMap<String, List<String>>();
            var letters = lower.stream().anyMatch(key -> key.equals("t") || key.equals("f"));
            usual.put(ABOVE, letters ? List.of("t", "T") : List.of("1", "true"));
            usual.put(BELOW, letters ? List.of("f", "F") : List.of("0", "false"));
            return Optional.of(usual);
        }

        boolean isScore() {
            return keys.size() >= FEWEST_SCORES
                    && keys.stream()
                            .allMatch(key -> Classifier.number(key.replaceFirst("^#", ""))
                                    .isPresent());
        }

        Optional<Double> middle() {
            var range = shown.stream()
                    .flatMap(value -> Classifier.number(value).stream())
                    .filter(Double::isFinite)
                    .mapToDouble(Double::doubleValue)
                    .summaryStatistics();
            return range.getCount() == 0 ? Optional.empty() : Optional.of((range.getMin() + range.getMax()) / 2);
        }

        String inWords() {
            var first = String.join(", ", shown.subList(0, Math.min(5, shown.size())));
            return shown.size() <= 5
                    ? "the values " + first
                    : "%d different values, such as %s".formatted(shown.size(), first);
        }
    }
}
