package org.histogrid.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.histogrid.base.BadInput;
import org.histogrid.dataset.ImportSpec.Ids;
import org.histogrid.dataset.ImportSpec.Matrix;
import org.histogrid.tensor.ColumnInfo;
import org.histogrid.tensor.FileContents;
import org.jspecify.annotations.Nullable;

/// Fills in what a specification leaves out. Only what can mean one thing is filled in; all else becomes a
/// question, with a suggestion where one is likely.
final class ImportPlanner {

    private static final Set<String> ID_NAMES =
            Set.of("id", "ids", "qid", "qids", "uid", "sample_id", "sample_ids", "example_id", "external_id");
    private static final Set<String> TEXT_NAMES =
            Set.of("text", "question", "prompt", "statement", "input", "sentence");

    private final ImportFiles files;
    private final List<BadInput> questions = new ArrayList<>();

    ImportPlanner(ImportFiles files) {
        this.files = files;
    }

    ImportProposal propose(ImportSpec given) {
        if (files.names().isEmpty()) {
            throw new BadInput("An import needs a file.").forField("file");
        }
        var plan = new MatrixPlanner(files, questions).plan(given.matrices());
        // Where the matrices are in question, samples and labels are looked for beside the likely ones
        var matrices = plan.sure().isEmpty() ? plan.likely() : plan.sure();
        var samples = samples(given, matrices);
        var labelings = new LabelingPlanner(files, questions).plan(given, matrices, samples);
        return new ImportProposal(
                spec(given, plan.sure(), samples, labelings.sure()),
                spec(given, plan.likely(), samples, labelings.likely()),
                questions);
    }

    private static ImportSpec spec(
            ImportSpec given,
            List<Matrix> matrices,
            Optional<ImportSpec.Samples> samples,
            List<ImportSpec.Labels> labelings) {
        var name = text(given.name())
                .orElseGet(() -> matrices.stream()
                        .findFirst()
                        .flatMap(matrix -> text(matrix.file()))
                        .map(ImportPlanner::nameOf)
                        .orElse("New dataset"));
        return new ImportSpec(
                name,
                text(given.model()).orElse("unknown"),
                text(given.description()).orElse(""),
                given.dataset(),
                matrices,
                samples.orElse(null),
                labelings);
    }

    /// Of a member of an archive, the archive's.
    private static String nameOf(String file) {
        var slash = file.indexOf('/');
        return FileSeries.stem(slash < 0 ? file : file.substring(0, slash)).replace("*", "");
    }

    private Optional<ImportSpec.Samples> samples(ImportSpec given, List<Matrix> matrices) {
        var asked =
                Optional.ofNullable(given.samples()).orElseGet(() -> new ImportSpec.Samples(null, null, null, null));
        if (asked.isWithoutTable()) {
            return Optional.of(new ImportSpec.Samples("", null, null, asked.ids()));
        }
        var file = text(asked.file()).or(() -> tableOfSamples(matrices));
        if (file.isPresent()) {
            return Optional.of(completeSamples(asked, file.get(), matrices));
        }
        return Optional.ofNullable(asked.ids())
                .or(() -> idsBeside(matrices))
                .map(ids -> new ImportSpec.Samples(null, null, null, ids));
    }

    private Optional<String> tableOfSamples(List<Matrix> matrices) {
        var tables = files.inspect().stream()
                .filter(FileContents.Table.class::isInstance)
                .map(FileContents.Table.class::cast)
                .toList();
        var ofMatrix = tables.stream()
                .filter(table ->
                        matrices.stream().anyMatch(matrix -> table.file().equals(matrix.file())))
                .toList();
        var withoutLabels = tables.stream()
                .filter(table -> LabelingPlanner.labelColumns(table).isEmpty())
                .toList();
        var best = tables.size() > 1 && ofMatrix.size() == 1
                ? ofMatrix
                : tables.size() == 2 && withoutLabels.size() == 1 ? withoutLabels : tables;
        if (best.size() > 1) {
            questions.add(new BadInput("There are %d tables: say which one lists the samples.".formatted(best.size()))
                    .forField("samples.file")
                    .withChoices(best.stream()
                            .map(FileContents.Table::file)
                            .limit(LabelingPlanner.MOST_CHOICES)
                            .toList()));
            return Optional.empty();
        }
        return best.stream().map(FileContents.Table::file).findFirst();
    }

    private ImportSpec.Samples completeSamples(ImportSpec.Samples asked, String file, List<Matrix> matrices) {
        if (!(files.inspect(file) instanceof FileContents.Table table)) {
            throw new BadInput("%s is no table: samples are listed in CSV, Parquet or JSON.".formatted(file))
                    .inFile(file)
                    .forField("samples.file");
        }
        var columns = table.columns().stream().map(ColumnInfo::name).toList();
        var id = text(asked.id()).or(() -> named(columns, ID_NAMES));
        // A table of the matrix itself has its rows in order; one beside it may be in another order
        var beside = matrices.stream().noneMatch(matrix -> file.equals(matrix.file()));
        var ids = Optional.ofNullable(asked.ids())
                .or(() -> id.isPresent() && beside ? idsBeside(matrices) : Optional.empty());
        return new ImportSpec.Samples(
                file,
                id.orElse(null),
                text(asked.text()).or(() -> named(columns, TEXT_NAMES)).orElse(null),
                ids.orElse(null));
    }

    /// Ids that come with the matrices: in the names of one file a sample, or in a vector of the same file.
    private Optional<Ids> idsBeside(List<Matrix> matrices) {
        if (matrices.isEmpty()) {
            return Optional.empty();
        }
        var first = matrices.getFirst();
        var file = String.valueOf(first.file());
        if (FileSeries.isPattern(file)) {
            var axes = first.axes();
            return axes != null && !axes.contains("sample")
                    ? Optional.of(new Ids(null, null, null, true))
                    : Optional.empty();
        }
        return files.inspect(file).tensors().stream()
                .filter(tensor -> AxesPlanner.longAxes(tensor.shape()).size() == 1)
                .flatMap(tensor -> tensor.tensor().stream())
                .filter(ImportPlanner::isIdName)
                .findFirst()
                .map(tensor -> new Ids(file, tensor, null, null));
    }

    static boolean isIdName(String name) {
        return ID_NAMES.contains(name.strip().toLowerCase(Locale.ROOT));
    }

    static boolean isTextName(String name) {
        return TEXT_NAMES.contains(name.strip().toLowerCase(Locale.ROOT));
    }

    static Optional<String> named(List<String> columns, Set<String> names) {
        var found = columns.stream()
                .filter(column -> names.contains(column.strip().toLowerCase(Locale.ROOT)))
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    static Optional<String> text(@Nullable String given) {
        return Optional.ofNullable(given).map(String::strip).filter(plain -> !plain.isEmpty());
    }

    static String shapeInWords(List<Long> shape) {
        return shape.toString().replace('[', '(').replace(']', ')');
    }
}
