package org.histogrid.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.histogrid.dataset.ImportReport.Duplicate;
import org.histogrid.dataset.ImportReport.HookPointLine;
import org.histogrid.dataset.ImportStatus.StagedFile;
import org.histogrid.sharing.Viewer;
import org.histogrid.tensor.MatrixReader;
import org.springframework.stereotype.Service;

/// Reads the files of an import before it runs, for its owner alone: what is in them, what they suggest, and
/// what would be made of them.
@Service
public class DraftReader {

    /// How much of a matrix is on the heap while it is read through for its report.
    private static final int CHECKED_BYTES = MatrixReader.BLOCK_BYTES / 2;

    /// Until there have been imports to learn it from.
    private static final double USUAL_BYTES_PER_SECOND = 1e8;

    /// A specification that leaves nothing open, and the report on what it makes.
    record Complete(ImportSpec spec, ImportReport report) {}

    private final ImportAccess access;
    private final ImportJobs jobs;
    private final Staging staging;
    private final AddedTo addedTo;
    private final ImportChecks checks;
    private final DatasetService datasets;

    DraftReader(
            ImportAccess access,
            ImportJobs jobs,
            Staging staging,
            AddedTo addedTo,
            ImportChecks checks,
            DatasetService datasets) {
        this.access = access;
        this.jobs = jobs;
        this.staging = staging;
        this.addedTo = addedTo;
        this.checks = checks;
        this.datasets = datasets;
    }

    /// What is inside each file, where a file that cannot be read hides none of the others.
    public List<FileLook> look(Viewer viewer, ImportId id) {
        var draft = access.own(viewer, id);
        return withFiles(
                draft,
                files -> draft.files().stream().map(file -> files.look(file)).toList());
    }

    /// A glance at an array, or at a table and one of its columns.
    public TensorLook peek(Viewer viewer, ImportId id, String file, Optional<String> tensor) {
        return withDraft(viewer, id, files -> TensorPreview.of(files, file, tensor));
    }

    /// How often each value stands where labels are to come from.
    public LabelCounts countLabels(Viewer viewer, ImportId id, ImportSpec.Labels labels) {
        return withDraft(viewer, id, files -> LabelCounts.of(files, labels));
    }

    /// What the files tell, on top of what is given.
    public ImportProposal propose(Viewer viewer, ImportId id, ImportSpec given) {
        return withDraft(viewer, id, files -> new ImportPlanner(files).propose(given));
    }

    /// The report on a draft under a specification, with what its values are like: begun by the first call,
    /// which returns at once, and asked for again until it is over. Another specification begins anew.
    public ImportCheck check(Viewer viewer, ImportId id, ImportSpec given) {
        var draft = access.own(viewer, id);
        return checks.check(
                id, given, progress -> withFiles(draft, files -> readThrough(viewer, draft, files, given, progress)));
    }

    private ImportReport readThrough(
            Viewer viewer, ImportJob draft, ImportFiles files, ImportSpec given, ImportChecks.Progress progress) {
        var content = read(viewer, files, complete(files, given));
        var lines = new ArrayList<HookPointLine>();
        var done = new long[1];
        for (var matrix : content.matrices()) {
            var profile = new MatrixProfile(matrix.reader().stored());
            ImportFiles.reading(() -> {
                matrix.reader().forEachBlock(CHECKED_BYTES, (_, payloads) -> {
                    for (var payload : payloads) {
                        profile.count(payload);
                        done[0] += payload.length;
                    }
                    progress.report(done[0], content.bytes());
                });
                return true;
            });
            lines.add(profile.line(matrix.point()));
        }
        return content.report(lines).expecting(duration(content.bytes()), duplicates(viewer, draft));
    }

    /// By the imports before it, in seconds.
    private long duration(long bytes) {
        var rate = jobs.bytesPerSecond().filter(known -> known > 0).orElse(USUAL_BYTES_PER_SECOND);
        return Math.max(1, Math.round(bytes / rate));
    }

    private List<Duplicate> duplicates(Viewer viewer, ImportJob draft) {
        var hashes = draft.files().stream()
                .map(StagedFile::sha256)
                .filter(hash -> !hash.isEmpty())
                .toList();
        return datasets.duplicatesOf(viewer, hashes).stream()
                .flatMap(same -> same.files().stream()
                        .map(file -> new Duplicate(file.name(), same.dataset().toString(), same.name())))
                .toList();
    }

    /// What a draft comes to under a specification, before its values are read.
    ///
    /// @throws org.histogrid.base.BadInput with the first thing that is wrong or unclear
    Complete complete(Viewer viewer, ImportId id, ImportSpec given) {
        return withDraft(viewer, id, files -> {
            var spec = complete(files, given);
            return new Complete(spec, read(viewer, files, spec).report());
        });
    }

    private static ImportSpec complete(ImportFiles files, ImportSpec given) {
        return new ImportPlanner(files).propose(given).complete();
    }

    private ImportContent read(Viewer viewer, ImportFiles files, ImportSpec complete) {
        return ImportContent.read(files, complete, addedTo.editable(viewer, complete));
    }

    /// For services of this package that read the files of a draft in ways of their own.
    <T> T withDraft(Viewer viewer, ImportId id, Function<ImportFiles, T> work) {
        return withFiles(access.own(viewer, id), work);
    }

    private <T> T withFiles(ImportJob draft, Function<ImportFiles, T> work) {
        var id = draft.id();
        try (var files = new ImportFiles(
                new ArrayList<>(draft.files()), file -> staging.path(id, file), staging.workspace(id))) {
            return work.apply(files);
        }
    }
}
