package org.histogrid.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.histogrid.base.Conflict;
import org.histogrid.base.Jobs;
import org.histogrid.dataset.ImportLogLine.Level;
import org.histogrid.dataset.ImportStatus.StagedFile;
import org.histogrid.dataset.ImportStatus.State;
import org.histogrid.sharing.Viewer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// Imports from the first uploaded file to the running job. A draft belongs to who began it; once it runs, the
/// team sees it, and its owner and administrators may cancel it.
@Service
public class ImportService {

    /// Puts an upload at a place of the staging folder, by copying or by moving.
    public interface Upload {
        void saveTo(Path file) throws IOException;
    }

    private static final int MOST_NAMED = 10;

    private final ImportJobs jobs;
    private final Staging staging;
    private final ImportLog log;
    private final ImportAccess access;
    private final DraftReader drafts;
    private final ImportChecks checks;
    private final ResumableUploads uploads;
    private final Jobs queue;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ImportService(
            ImportJobs jobs,
            Staging staging,
            ImportLog log,
            ImportAccess access,
            DraftReader drafts,
            ImportChecks checks,
            ResumableUploads uploads,
            Jobs queue,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.jobs = jobs;
        this.staging = staging;
        this.log = log;
        this.access = access;
        this.drafts = drafts;
        this.checks = checks;
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
        return access.lastDraft(viewer).map(ImportJob::toStatus);
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

    /// Queues the import. What is wrong with the files or the specification is refused here, before anything
    /// runs.
    public ImportStatus commit(Viewer viewer, ImportId id, ImportSpec given) {
        var complete = drafts.complete(viewer, id, given);
        var report = checks.found(id, given).orElse(complete.report());
        checks.forget(id);
        transaction.executeWithoutResult(status -> {
            var job = access.ownForUpdate(viewer, id);
            job.enqueue(complete.spec(), report);
            log.add(id, "Queued by %s: %s.".formatted(viewer.member().name(), inWords(job.files())));
            report.warnings().forEach(warning -> log.add(id, Level.WARNING, warning));
            queue.begin(ImportTasks.instance(id));
        });
        return find(viewer, id);
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
        return access.thatMade(viewer, dataset).map(job -> log.of(job.id())).orElse(List.of());
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
}
