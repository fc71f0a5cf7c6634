package org.histogrid.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.histogrid.base.BadInput;
import org.histogrid.base.NotFound;
import org.histogrid.dataset.ImportSpec.Labels;
import org.histogrid.dataset.ImportStatus.StagedFile;
import org.histogrid.sharing.Access;
import org.histogrid.sharing.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Labels that come later than their dataset, from a file that waits in a draft of the viewer. They become a column of
/// the samples, and a labeling made of it.
@Service
public class LabelFileService {

    private static final int MOST_ID_COLUMNS = 50;
    private static final String FIELD = "labelings[0].";

    private final ImportService imports;
    private final DraftReader drafts;
    private final DatasetService datasets;
    private final Datasets rows;
    private final Samples samples;
    private final LabelingWriter writer;
    private final Access access;
    private final TransactionTemplate transaction;

    LabelFileService(
            ImportService imports,
            DraftReader drafts,
            DatasetService datasets,
            Datasets rows,
            Samples samples,
            LabelingWriter writer,
            Access access,
            PlatformTransactionManager transactions) {
        this.imports = imports;
        this.drafts = drafts;
        this.datasets = datasets;
        this.rows = rows;
        this.samples = samples;
        this.writer = writer;
        this.access = access;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// What the files tell on top of what is given, which may be nothing.
    public LabelProposal propose(Viewer viewer, DatasetId id, ImportId draft, Optional<Labels> given) {
        var dataset = editable(viewer, id);
        var ids = samples.ids(id.value());
        return drafts.withDraft(viewer, draft, files -> propose(files, dataset, ids, given));
    }

    /// Adds them, and drops the draft. Not in one transaction: reading a file may take long.
    ///
    /// @throws BadInput if the file and the samples disagree, with what disagrees first
    public Labeling add(Viewer viewer, DatasetId id, ImportId draft, Optional<Labels> given) {
        record Read(Labels labels, List<String> cells) {}
        var dataset = editable(viewer, id);
        var ids = samples.ids(id.value());
        var uploads = imports.find(viewer, draft).files();
        var read = drafts.withDraft(viewer, draft, files -> {
            var labels = propose(files, dataset, ids, given).complete();
            return new Read(labels, cells(files, dataset, ids, labels));
        });
        var added = transaction.execute(status -> {
            access.requireEdit(viewer, id.asThing());
            return write(dataset, read.labels(), read.cells(), uploads);
        });
        imports.cancel(viewer, draft);
        return Objects.requireNonNull(added);
    }

    private DatasetDetails editable(Viewer viewer, DatasetId id) {
        access.requireEdit(viewer, id.asThing());
        return datasets.find(viewer, id);
    }

    private static LabelProposal propose(
            ImportFiles files, DatasetDetails dataset, List<String> ids, Optional<Labels> given) {
        if (files.names().isEmpty()) {
            throw new BadInput("Choose a file with labels.").forField("file");
        }
        var questions = new ArrayList<BadInput>();
        var asked = given.map(labels -> List.of(inTheOnlyFile(files, labels))).orElse(null);
        var plan = new LabelingPlanner(files, questions)
                .plan(new ImportSpec(null, null, null, null, null, null, asked), List.of(), Optional.empty());
        questions.forEach(question -> question.field()
                .filter(field -> field.startsWith(FIELD))
                .ifPresent(field -> question.forField(field.substring(FIELD.length()))));
        if (plan.sure().isEmpty()) {
            var none = Labels.in(files.names().getFirst(), null, null);
            return new LabelProposal(none, none, questions);
        }
        var sure = withId(files, dataset, ids, plan.sure().getFirst(), questions);
        return new LabelProposal(
                sure, with(plan.likely().getFirst(), String.valueOf(sure.file()), sure.id()), questions);
    }

    private static Labels inTheOnlyFile(ImportFiles files, Labels labels) {
        var names = files.names();
        return labels.file() != null || names.size() > 1 ? labels : with(labels, names.getFirst(), labels.id());
    }

    /// A table that holds the ids of the samples is joined by them, asked for or not: order alone proves little.
    private static Labels withId(
            ImportFiles files, DatasetDetails dataset, List<String> ids, Labels labels, List<BadInput> questions) {
        var file = String.valueOf(labels.file());
        var join = new LabelJoin(file, dataset.name(), ids);
        if (labels.column() == null || labels.id() != null || !join.samplesHaveIds()) {
            return labels;
        }
        var table = files.table(file);
        var found = table.columnNames().stream()
                .filter(column -> !column.equals(labels.column()))
                .limit(MOST_ID_COLUMNS)
                .filter(column -> join.areIds(ImportFiles.reading(() -> table.column(column))))
                .toList();
        if (found.size() > 1) {
            questions.add(new BadInput("Several columns of %s hold ids of the samples: say which.".formatted(file))
                    .inFile(file)
                    .forField("id")
                    .withChoices(found));
        }
        return found.size() == 1 ? with(labels, file, found.getFirst()) : labels;
    }

    private static Labels with(Labels labels, String file, @Nullable String id) {
        return new Labels(
                labels.name(),
                file,
                labels.tensor(),
                labels.column(),
                id,
                labels.values(),
                labels.threshold(),
                labels.above(),
                labels.below());
    }

    private static List<String> cells(ImportFiles files, DatasetDetails dataset, List<String> ids, Labels labels) {
        var file = String.valueOf(labels.file());
        var join = new LabelJoin(file, dataset.name(), ids);
        var column = labels.column();
        var id = labels.id();
        if (column == null) {
            return join.byOrder(plain(
                    file, ImportFiles.reading(() -> files.vectors(file, Optional.ofNullable(labels.tensor())))));
        }
        var table = files.table(file);
        var cells = plain(file, ImportFiles.reading(() -> table.column(column)));
        if (id == null) {
            return join.byOrder(cells);
        }
        if (!join.samplesHaveIds()) {
            throw new BadInput("The samples of %s have no ids, so labels go by their order.".formatted(dataset.name()))
                    .forField("id");
        }
        if (!table.columnNames().contains(id)) {
            throw new BadInput("%s has no column %s.".formatted(file, id))
                    .inFile(file)
                    .inColumn(id)
                    .forField("id")
                    .withChoices(table.columnNames().stream()
                            .limit(LabelingPlanner.MOST_CHOICES)
                            .toList());
        }
        return join.byId(id, ImportFiles.reading(() -> table.column(id)), cells);
    }

    /// Missing values are blank, and texts such as the database takes.
    private static List<String> plain(String file, List<String> cells) {
        for (var row = 0; row < cells.size(); row++) {
            if (cells.get(row).indexOf('\0') >= 0) {
                throw new BadInput("%s has a zero character in the label of row %d.".formatted(file, row + 1))
                        .inFile(file)
                        .inRow(row + 1L);
            }
        }
        return cells.stream()
                .map(cell -> LabelingPlanner.isMissing(cell) ? "" : cell)
                .toList();
    }

    private Labeling write(DatasetDetails dataset, Labels labels, List<String> cells, List<StagedFile> uploads) {
        var row = rows.findForUpdateById(dataset.id().value()).orElseThrow(() -> new NotFound("This dataset"));
        var name = String.valueOf(labels.name());
        var file = String.valueOf(labels.file());
        var column = row.addColumn(Optional.ofNullable(labels.column()).orElse(name), file, typeOf(cells));
        var sources = uploads.stream()
                .filter(upload -> file.equals(upload.name()) || file.startsWith(upload.name() + "/"))
                .map(StagedFile::toSource)
                .toList();
        row.holds(0, sources);
        samples.addColumn(dataset.id(), column, cells);
        var rule = new LabelingRule(column, labels.values(), labels.threshold(), labels.above(), labels.below());
        return writer.write(dataset, name, rule, cells);
    }

    private static String typeOf(List<String> cells) {
        return cells.stream()
                        .filter(cell -> !cell.isEmpty())
                        .allMatch(cell -> Classifier.number(cell).isPresent())
                ? "NUMBER"
                : "TEXT";
    }
}
