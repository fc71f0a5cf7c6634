package org.histogrid.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.histogrid.base.Conflict;
import org.histogrid.base.Jobs;
import org.histogrid.dataset.ImportLogLine.Level;
import org.histogrid.dataset.ImportReport.Duplicate;
import org.histogrid.dataset.ImportReport.HookPointLine;
import org.histogrid.dataset.ImportStatus.StagedFile;
import org.histogrid.dataset.ImportStatus.State;
import org.histogrid.sharing.Access;
import org.histogrid.sharing.Viewer;
import org.histogrid.tensor.MatrixReader;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// Imports from the first uploaded file to the running job. A draft belongs to who began it; once it runs, the team
/// sees it, and its owner and administrators may cancel it.
@Service
public class ImportService {

    /// Puts an upload at a place of the staging folder, by copying or by moving.
    public interface Upload {
        void saveTo(Path file) throws IOException;
    }

    private static final int MOST_NAMED = 10;

    /// How much of a matrix is on the heap while it is read through for its report.
    private static final int CHECKED_BYTES = MatrixReader.BLOCK_BYTES / 2;

    /// Until there have been imports to learn it from.
    private static final double USUAL_BYTES_PER_SECOND = 1e8;

    private final ImportJobs jobs;
    private final Staging staging;
    private final ImportLog log;
    private final ImportAccess access;
    private final Access datasetAccess;
    private final AddedTo addedTo;
    private final ImportChecks checks;
    private final DatasetService datasets;
    private final ResumableUploads uploads;
    private final Jobs queue;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ImportService(
            ImportJobs jobs,
            Staging staging,
            ImportLog log,
            ImportAccess access,
            Access datasetAccess,
            AddedTo addedTo,
            ImportChecks checks,
            DatasetService datasets,
            ResumableUploads uploads,
            Jobs queue,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.jobs = jobs;
        this.staging = staging;
        this.log = log;
        this.access = access;
        this.datasetAccess = datasetAccess;
        this.addedTo = addedTo;
        this.checks = checks;
        this.datasets = datasets;
        this.uploads = uploads;
        this.queue = queue;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Transactional
    public ImportId begin(Viewer viewer) {
        return jobs.save(new ImportJob(viewer.member().id(), clock.instant())).id();
    }

    /// The draft the viewer left, if he left one.
    @Transactional(readOnly = true)
    public Optional<ImportStatus> lastDraft(Viewer viewer) {
        return jobs
                .findTop1ByCreatedByAndStateOrderByCreatedAtDesc(
                        viewer.member().id().value(), State.DRAFT)
                .stream()
                .findFirst()
                .map(ImportJob::toStatus);
    }

    /// Not in a transaction: an upload may take an hour, and a connection must not wait for it.
    public void addFile(Viewer viewer, ImportId id, String name, InputStream in) {
        access.own(viewer, id);
        keep(viewer, id, staging.receive(id, name, in));
    }

    public void addFile(Viewer viewer, ImportId id, String name, Upload upload) {
        access.own(viewer, id);
        keep(viewer, id, staging.receive(id, name, upload));
    }

    private void keep(Viewer viewer, ImportId id, StagedFile file) {
        try {
            transaction.executeWithoutResult(
                    status -> access.ownForUpdate(viewer, id).add(file));
            checks.forget(id);
        } catch (RuntimeException e) {
            staging.remove(id, file);
            throw e;
        }
    }

    /// Takes in a file that was sent in pieces, under the name it was announced with. The upload stays until it is
    /// deleted: an import that is refused must not cost the hours that its file took.
    public void addUpload(Viewer viewer, ImportId id, UploadId upload) {
        var name = uploads.requireComplete(viewer, upload).name();
        addFile(viewer, id, name, path -> uploads.linkTo(viewer, upload, path));
    }

    /// The same, and the upload is used up.
    public void moveUpload(Viewer viewer, ImportId id, UploadId upload) {
        addUpload(viewer, id, upload);
        uploads.delete(viewer, upload);
    }

    @Transactional
    public void removeFile(Viewer viewer, ImportId id, String name) {
        var job = access.ownForUpdate(viewer, id);
        job.files().stream().filter(file -> file.name().equals(name)).forEach(file -> staging.remove(id, file));
        job.remove(name);
        checks.forget(id);
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
        return withFiles(access.own(viewer, id), files -> TensorPreview.of(files, file, tensor));
    }

    /// How often each value stands where labels are to come from.
    public LabelCounts countLabels(Viewer viewer, ImportId id, ImportSpec.Labels labels) {
        return withFiles(access.own(viewer, id), files -> LabelCounts.of(files, labels));
    }

    /// What the files tell, on top of what is given.
    public ImportProposal propose(Viewer viewer, ImportId id, ImportSpec given) {
        return withFiles(access.own(viewer, id), files -> new ImportPlanner(files).propose(given));
    }

    /// What would be made, without making it or reading the values. Fails with the first thing that is wrong or
    /// unclear.
    public ImportReport preview(Viewer viewer, ImportId id, ImportSpec given) {
        return withFiles(
                access.own(viewer, id), files -> read(viewer, files, given).report());
    }

    /// The report on a draft under a specification, with what its values are like: begun by the first call,
    /// which returns at once, and asked for again until it is over. Another specification begins anew.
    public ImportCheck check(Viewer viewer, ImportId id, ImportSpec given) {
        var draft = access.own(viewer, id);
        return checks.check(
                id,
                given,
                progress -> withFiles(draft, files -> {
                    var content = read(viewer, files, given);
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
                }));
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

    /// Queues the import. What is wrong with the files or the specification is refused here, before anything
    /// runs.
    public ImportStatus commit(Viewer viewer, ImportId id, ImportSpec given) {
        var draft = access.own(viewer, id);
        record Checked(ImportSpec spec, ImportReport report) {}
        var checked = withFiles(draft, files -> {
            var spec = new ImportPlanner(files).propose(given).complete();
            var report = ImportContent.read(files, spec, addedTo.editable(viewer, spec))
                    .report();
            return new Checked(spec, checks.found(id, given).orElse(report));
        });
        checks.forget(id);
        transaction.executeWithoutResult(status -> {
            var job = access.ownForUpdate(viewer, id);
            job.enqueue(checked.spec(), checked.report());
            log.add(id, "Queued by %s: %s.".formatted(viewer.member().name(), inWords(job.files())));
            checked.report().warnings().forEach(warning -> log.add(id, Level.WARNING, warning));
            queue.begin(ImportTasks.instance(id));
        });
        return find(viewer, id);
    }

    private ImportContent read(Viewer viewer, ImportFiles files, ImportSpec given) {
        var spec = new ImportPlanner(files).propose(given).complete();
        return ImportContent.read(files, spec, addedTo.editable(viewer, spec));
    }

    @Transactional
    public void remember(Viewer viewer, ImportId id, ImportSpec spec) {
        access.ownForUpdate(viewer, id).remember(spec);
    }

    @Transactional(readOnly = true)
    public ImportStatus find(Viewer viewer, ImportId id) {
        return access.visible(viewer, id).toStatus();
    }

    /// What happened in an import, to whom may see it.
    @Transactional(readOnly = true)
    public List<ImportLogLine> log(Viewer viewer, ImportId id) {
        access.visible(viewer, id);
        return log.of(id);
    }

    /// What happened in the import that made a dataset, to whom may see the dataset.
    @Transactional(readOnly = true)
    public List<ImportLogLine> log(Viewer viewer, DatasetId dataset) {
        viewer.member();
        datasetAccess.requireSee(viewer, dataset.asThing());
        return jobs.findTop1ByDatasetIdAndState(dataset.value(), State.SUCCEEDED).stream()
                .findFirst()
                .map(job -> log.of(job.id()))
                .orElse(List.of());
    }

    /// Those queued or running, of the whole team.
    @Transactional(readOnly = true)
    public List<ImportStatus> running(Viewer viewer) {
        viewer.member();
        return jobs.findByStateInOrderByCreatedAt(EnumSet.of(State.QUEUED, State.RUNNING)).stream()
                .map(ImportJob::toStatus)
                .toList();
    }

    /// Ends a running import at its next block; a draft is thrown away with its files.
    @Transactional
    public void cancel(Viewer viewer, ImportId id) {
        var job = access.cancellable(viewer, id);
        switch (job.state()) {
            case DRAFT -> {
                job.cancel(clock.instant());
                staging.clear(id);
            }
            case QUEUED, RUNNING -> {
                jobs.requestCancel(id.value());
                log.add(id, "%s asked to cancel.".formatted(viewer.member().name()));
            }
            case SUCCEEDED, FAILED, CANCELLED ->
                throw new Conflict(
                        "This import is over already.", List.of(job.state().name()));
        }
    }

    private static String inWords(List<StagedFile> files) {
        return files.stream().map(StagedFile::name).limit(MOST_NAMED).collect(Collectors.joining(", "))
                + (files.size() > MOST_NAMED ? " and %d more files".formatted(files.size() - MOST_NAMED) : "");
    }

    /// For services of this package that read the files of a draft.
    <T> T withDraft(Viewer viewer, ImportId id, Function<ImportFiles, T> work) {
        return withFiles(access.own(viewer, id), work);
    }

    private <T> T withFiles(ImportJob job, Function<ImportFiles, T> work) {
        var id = job.id();
        try (var files =
                new ImportFiles(new ArrayList<>(job.files()), file -> staging.path(id, file), staging.workspace(id))) {
            return work.apply(files);
        }
    }
}
