package org.histogrid.dataset;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.histogrid.account.AccountService;
import org.histogrid.account.Member;
import org.histogrid.base.BadInput;
import org.histogrid.base.ServerStopping;
import org.histogrid.dataset.ImportContent.PreparedMatrix;
import org.histogrid.dataset.ImportLogLine.Level;
import org.histogrid.dataset.ImportReport.HookPointLine;
import org.histogrid.sharing.Access;
import org.histogrid.sharing.Visibility;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Runs one import. Each block of neurons is a transaction of its own, so progress is kept and cancelling is
/// quick; what it writes stays invisible until the last step, and a run that begins again first removes what
/// the last one left.
@Component
class ImportRunner {

    private static final Logger LOG = LoggerFactory.getLogger(ImportRunner.class);

    private static final class Cancelled extends RuntimeException {}

    /// @param dataset the dataset it makes, or adds to
    private record Run(ImportId id, DatasetId dataset, boolean adds, BooleanSupplier stopping) {}

    private final ImportJobs jobs;
    private final DatasetWriter writer;
    private final AddedTo addedTo;
    private final Staging staging;
    private final ImportLog log;
    private final AccountService accounts;
    private final Access access;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ImportRunner(
            ImportJobs jobs,
            DatasetWriter writer,
            AddedTo addedTo,
            Staging staging,
            ImportLog log,
            AccountService accounts,
            Access access,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jobs = jobs;
        this.writer = writer;
        this.addedTo = addedTo;
        this.staging = staging;
        this.log = log;
        this.accounts = accounts;
        this.access = access;
        this.transaction = new TransactionTemplate(transactions);
        this.events = events;
        this.clock = clock;
    }

    void run(ImportId id, BooleanSupplier stopping) {
        var job = jobs.findById(id.value()).orElse(null);
        if (job == null
                || job.state() == ImportStatus.State.DRAFT
                || job.state().isOver()) {
            return;
        }
        var run = begin(id, stopping);
        try {
            write(run);
        } catch (ServerStopping e) {
            throw e;
        } catch (Cancelled e) {
            end(run, Level.INFO, "Cancelled. Nothing was kept.", ended -> ended.cancel(clock.instant()));
        } catch (BadInput e) {
            fail(run, new ImportStatus.Problem(String.valueOf(e.getMessage()), e.where()));
        } catch (RuntimeException e) {
            // What failed inside is for the log; the person learns that it was not the file.
            LOG.error("Import {} failed", id, e);
            var words = StoreFull.inWords(e)
                    .orElse("The server could not write this dataset. Its log says why, under import " + id + ".");
            fail(run, new ImportStatus.Problem(words, null));
        }
    }

    private Run begin(ImportId id, BooleanSupplier stopping) {
        return inTransaction(() -> {
            var job = job(id);
            var again = job.state() == ImportStatus.State.RUNNING;
            var target = AddedTo.target(job.spec());
            var run = new Run(id, job.begin(target, clock.instant()), target.isPresent(), stopping);
            log.add(id, again ? "Started again, from the beginning." : "Started.");
            removeWritten(run);
            jobs.recordProgress(id.value(), 0);
            return run;
        });
    }

    private void removeWritten(Run run) {
        if (run.adds()) {
            writer.removePending(run.id());
        } else {
            writer.remove(run.dataset());
        }
    }

    private void fail(Run run, ImportStatus.Problem problem) {
        end(run, Level.ERROR, "Failed: " + problem.detail(), ended -> ended.fail(problem, clock.instant()));
    }

    private void end(Run run, Level level, String line, Consumer<ImportJob> how) {
        inTransaction(() -> {
            removeWritten(run);
            how.accept(job(run.id()));
            log.add(run.id(), level, line);
            return true;
        });
        staging.clear(run.id());
    }

    private void write(Run run) {
        var job = job(run.id());
        var owner = accounts.find(job.createdBy())
                .orElseThrow(() -> new IllegalStateException("The owner of import %s is gone".formatted(run.id())));
        try (var files =
                new ImportFiles(job.files(), file -> staging.path(run.id(), file), staging.workspace(run.id()))) {
            var content = ImportContent.read(files, job.spec(), addedTo.known(job.spec()));
            inTransaction(() -> describe(run, job.spec(), content, owner));
            var points = new ArrayList<HookPoint>();
            var lines = new ArrayList<HookPointLine>();
            var done = 0L;
            for (var matrix : content.matrices()) {
                var profile = writeMatrix(run, matrix, done);
                points.add(profile.of(matrix.point()));
                lines.add(profile.line(matrix.point()));
                done += matrix.bytes();
            }
            finish(run, content, points, lines, owner);
        }
        staging.clear(run.id());
    }

    private boolean describe(Run run, ImportSpec spec, ImportContent content, Member owner) {
        log.add(
                run.id(),
                "Files read: %s, %s."
                        .formatted(
                                ImportLog.count(content.samples(), "sample"),
                                ImportLog.count(content.matrices().size(), "hook point")));
        if (run.adds()) {
            writer.announce(run.dataset(), content, run.id());
            return true;
        }
        writer.describe(run.dataset(), spec, content, owner.name());
        log.add(
                run.id(),
                "Table of samples written: %s, %s."
                        .formatted(
                                ImportLog.count(content.samples(), "row"),
                                ImportLog.count(content.sampleTable().columns().size(), "column")));
        return true;
    }

    private MatrixProfile writeMatrix(Run run, PreparedMatrix matrix, long before) {
        var profile = new MatrixProfile(matrix.reader().stored());
        var done = new long[] {before};
        ImportFiles.reading(() -> {
            BlockPipeline.run(matrix.reader(), (first, payloads) -> {
                if (run.stopping().getAsBoolean()) {
                    throw new ServerStopping();
                }
                inTransaction(() -> {
                    done[0] += writer.write(run.dataset(), matrix, first, payloads, profile);
                    jobs.recordProgress(run.id().value(), done[0]);
                    return true;
                });
                if (jobs.isCancelRequested(run.id().value())) {
                    throw new Cancelled();
                }
            });
            return true;
        });
        var point = matrix.point();
        log.add(
                run.id(),
                "Written: %s, %s, %s."
                        .formatted(point.inWords(), ImportLog.count(point.neuronCount(), "neuron"), point.dtype()));
        return profile;
    }

    private void finish(
            Run run, ImportContent content, List<HookPoint> points, List<HookPointLine> lines, Member owner) {
        inTransaction(() -> {
            if (jobs.isCancelRequested(run.id().value())) {
                throw new Cancelled();
            }
            var job = job(run.id());
            if (!run.adds()) {
                access.register(owner, run.dataset().asThing(), Visibility.TEAM);
            }
            writer.finish(run.dataset(), content, points, job.files());
            job.succeed(content.report(lines), clock.instant());
            log.add(
                    run.id(),
                    run.adds()
                            ? "Done: added %s.".formatted(ImportLog.count(points.size(), "hook point"))
                            : "Done: the dataset is ready.");
            events.publishEvent(new DatasetChanged(run.dataset()));
            return true;
        });
        LOG.info("Imported dataset {} with {} samples", run.dataset(), content.samples());
    }

    private ImportJob job(ImportId id) {
        return jobs.findById(id.value())
                .orElseThrow(() -> new IllegalStateException("Import %s is gone".formatted(id)));
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }
}
