package org.histogrid.dataset;

import java.util.ArrayList;
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
import org.jspecify.annotations.Nullable;

/// Finds the labels among the files and the classes among their values, where these can mean one thing.
final class LabelingPlanner {

    private static final Set<String> LABEL_NAMES = Set.of("label", "labels", "y", "target", "correct", "is_true");
    static final int MOST_CHOICES = 20;

    private static final Set<String> TRUE = Set.of("#1", "true");
    private static final Set<String> FALSE = Set.of("#0", "false");

    private final ImportFiles files;
    private final List<BadInput> questions;

    LabelingPlanner(ImportFiles files, List<BadInput> questions) {
        this.files = files;
        this.questions = questions;
    }

    List<Labels> plan(
            @Nullable List<Labels> given,
            List<Matrix> matrices,
            Optional<String> samplesFile,
            Optional<ImportSpec.Samples> samples) {
        var asked = given == null ? found(matrices) : given;
        var complete = new ArrayList<Labels>();
        for (var i = 0; i < asked.size(); i++) {
            complete.add(complete(asked.get(i), "labelings[%d]".formatted(i), samplesFile, samples));
        }
        return complete;
    }

    static List<String> labelColumns(FileContents.Table table) {
        return table.columns().stream()
                .map(ColumnInfo::name)
                .filter(column -> LABEL_NAMES.contains(column.strip().toLowerCase(Locale.ROOT)))
                .toList();
    }

    private List<Labels> found(List<Matrix> matrices) {
        var candidates = new ArrayList<Labels>();
        var onlyColumns = new ArrayList<Labels>();
        for (var content : files.inspect()) {
            switch (content) {
                case FileContents.Table table -> {
                    labelColumns(table).forEach(column -> candidates.add(source(table.file(), column)));
                    if (table.columns().size() == 1 && labelColumns(table).isEmpty()) {
                        onlyColumns.add(
                                source(table.file(), table.columns().getFirst().name()));
                    }
                }
                case FileContents.Arrays arrays -> {
                    if (isLabelVector(arrays, matrices)) {
                        candidates.add(source(arrays.file(), null));
                    }
                }
            }
        }
        var all = candidates.isEmpty() ? onlyColumns : candidates;
        if (all.size() == 1) {
            return all;
        }
        questions.add(
                all.isEmpty()
                        ? new BadInput("No labels were found. Add a file with one label a sample, or name the column "
                                        + "that holds them; an empty list of labelings imports without labels.")
                                .forField("labelings")
                                .withChoices(columns())
                        : new BadInput("Labels may be in %d places: say which.".formatted(all.size()))
                                .forField("labelings")
                                .withChoices(
                                        all.stream().map(LabelingPlanner::place).toList()));
        return List.of();
    }

    private static Labels source(String file, @Nullable String column) {
        return Labels.in(String.valueOf(file), null, column);
    }

    private static String place(Labels labels) {
        return labels.column() == null ? labels.file() + "" : labels.file() + ", column " + labels.column();
    }

    private List<String> columns() {
        return files.inspect().stream()
                .filter(FileContents.Table.class::isInstance)
                .map(FileContents.Table.class::cast)
                .flatMap(table -> table.columns().stream().map(ColumnInfo::name))
                .limit(MOST_CHOICES)
                .toList();
    }

    /// Vectors that no matrix names as its neurons. Their length is checked with everything else, so that
    /// labels of another run are refused by name rather than passed over.
    private boolean isLabelVector(FileContents.Arrays arrays, List<Matrix> matrices) {
        var tensor = arrays.tensors().getFirst();
        var vector = !tensor.shape().isEmpty()
                && tensor.shape().stream().filter(length -> length != 1).count() <= 1;
        var used = matrices.stream().anyMatch(matrix -> {
            var neurons = matrix.neurons();
            return arrays.file().equals(matrix.file())
                    || (neurons != null && neurons.isString() && arrays.file().equals(neurons.asString()));
        });
        return vector && !used;
    }

    private Labels complete(
            Labels asked, String field, Optional<String> samplesFile, Optional<ImportSpec.Samples> samples) {
        var file = ImportPlanner.text(asked.file())
                .or(() -> fileWithColumn(asked.column()))
                .or(() -> samplesFile)
                .orElseThrow(() -> new BadInput("Say which file holds these labels.")
                        .forField(field + ".file")
                        .withChoices(files.names()));
        var column = files.isTable(file) ? column(asked, file, field) : null;
        if (files.isTable(file) && column == null) {
            return asked;
        }
        var name = ImportPlanner.text(asked.name()).orElseGet(() -> column != null ? column : ImportPlanner.stem(file));
        return new Labels(
                name,
                file,
                asked.tensor(),
                column,
                column == null ? null : join(asked, file, samples),
                asked.threshold() != null || asked.values() != null ? asked.values() : usualValues(file, column, field),
                asked.threshold(),
                asked.above(),
                asked.below());
    }

    private Optional<String> fileWithColumn(@Nullable String column) {
        var having = files.names().stream()
                .filter(files::isTable)
                .filter(file ->
                        column != null && files.table(file).columnNames().contains(column))
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

    private @Nullable Map<String, List<String>> usualValues(String file, @Nullable String column, String field) {
        var values = new LinkedHashSet<String>();
        var keys = new LinkedHashSet<String>();
        for (var value : texts(file, column)) {
            if (!isMissing(value) && keys.add(Classifier.key(value))) {
                values.add(value.strip());
            }
        }
        if (!keys.isEmpty() && keys.stream().allMatch(key -> TRUE.contains(key) || FALSE.contains(key))) {
            var usual = new LinkedHashMap<String, List<String>>();
            usual.put("true answer", List.of("1", "true"));
            usual.put("false answer", List.of("0", "false"));
            return usual;
        }
        var place = column == null ? file : "Column %s of %s".formatted(column, file);
        var question = new BadInput(
                        values.isEmpty()
                                ? "%s holds no labels.".formatted(place)
                                : "%s holds %s: say which of them make which class."
                                        .formatted(place, inWords(List.copyOf(values))))
                .inFile(file)
                .forField(field + ".values")
                .withChoices(values.stream().limit(MOST_CHOICES).toList());
        questions.add(column == null ? question : question.inColumn(column));
        return null;
    }

    private List<String> texts(String file, @Nullable String column) {
        return ImportFiles.reading(() -> column == null
                ? files.tensor(file, Optional.empty()).texts()
                : files.table(file).column(column));
    }

    static boolean isMissing(String value) {
        return value.isBlank() || value.strip().equalsIgnoreCase("nan");
    }

    private static String inWords(List<String> values) {
        var shown = String.join(", ", values.subList(0, Math.min(5, values.size())));
        return values.size() <= 5
                ? "the values " + shown
                : "%d different values, such as %s".formatted(values.size(), shown);
    }
}
