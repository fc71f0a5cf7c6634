package org.histogrid.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.histogrid.account.AccountService;
import org.histogrid.account.Member;
import org.histogrid.base.BadInput;
import org.histogrid.dataset.ImportContent.PreparedMatrix;
import org.histogrid.dataset.ImportLogLine.Level;
import org.histogrid.sharing.Access;
import org.histogrid.sharing.Visibility;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Runs one import. Each block of neurons is a transaction of its own, so progress is kept and cancelling is
/// quick; the dataset stays invisible until the last step, and a run that begins again first removes what the
/// last one left.
@Component
class ImportRunner {

    private static final Logger LOG = LoggerFactory.getLogger(ImportRunner.class);

    /// The server is stopping: the job stays as it is and is taken up again after the start.
    static final class Interrupted extends RuntimeException {
        Interrupted() {
            super("The server is stopping");
        }
    }

    private static final class Cancelled extends RuntimeException {}

    private final ImportJobs jobs;
    private final Datasets datasets;
    private final HookPoints hookPoints;
    private final LabelingRows labelings;
    private final Staging staging;
    private final ImportLog log;
    private final AccountService accounts;
    private final Access access;
    private final DataSource dataSource;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ImportRunner(
            ImportJobs jobs,
            Datasets datasets,
            HookPoints hookPoints,
            LabelingRows labelings,
            Staging staging,
            ImportLog log,
            AccountService accounts,
            Access access,
            DataSource dataSource,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jobs = jobs;
        this.datasets = datasets;
        this.hookPoints = hookPoints;
        this.labelings = labelings;
        this.staging = staging;
        this.log = log;
        this.accounts = accounts;
        this.access = access;
        this.dataSource = dataSource;
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
        var dataset = begin(id);
        try {
            write(id, dataset, stopping);
        } catch (Interrupted e) {
            throw e;
        } catch (Cancelled e) {
            end(id, dataset, Level.INFO, "Cancelled. Nothing was kept.", ended -> ended.cancel(clock.instant()));
        } catch (BadInput e) {
            fail(id, dataset, new ImportStatus.Problem(sentence(e), e.where()));
        } catch (RuntimeException e) {
            // What failed inside is for the log; the person learns that it was not the file.
            LOG.error("Import {} failed", id, e);
            var words = StoreFull.inWords(e)
                    .orElse("The server could not write this dataset. Its log says why, under import " + id + ".");
            fail(id, dataset, new ImportStatus.Problem(words, null));
        }
    }

    private DatasetId begin(ImportId id) {
        return inTransaction(() -> {
            var again = job(id).state() == ImportStatus.State.RUNNING;
            var dataset = job(id).begin(clock.instant());
            log.add(id, again ? "Started again, from the beginning." : "Started.");
            datasets.deleteById(dataset.value());
            jobs.recordProgress(id.value(), 0);
            return dataset;
        });
    }

    private void fail(ImportId id, DatasetId dataset, ImportStatus.Problem problem) {
        end(id, dataset, Level.ERROR, "Failed: " + problem.detail(), ended -> ended.fail(problem, clock.instant()));
    }

    private void end(
            ImportId id, DatasetId dataset, Level level, String line, java.util.function.Consumer<ImportJob> how) {
        inTransaction(() -> {
            datasets.deleteById(dataset.value());
            how.accept(job(id));
            log.add(id, level, line);
            return true;
        });
        staging.clear(id);
    }

    private void write(ImportId id, DatasetId dataset, BooleanSupplier stopping) {
        var job = job(id);
        var owner = accounts.find(job.createdBy())
                .orElseThrow(() -> new IllegalStateException("The owner of import %s is gone".formatted(id)));
        try (var files = new ImportFiles(job.files(), file -> staging.path(id, file), staging.workspace(id))) {
            var content = ImportContent.read(files, job.spec());
            inTransaction(() -> {
                log.add(
                        id,
                        "Files read: %s, %s."
                                .formatted(
                                        ImportLog.count(content.samples(), "sample"),
                                        ImportLog.count(content.matrices().size(), "hook point")));
                return describe(id, job.spec(), dataset, content, owner);
            });
            var points = new ArrayList<HookPoint>();
            var done = 0L;
            for (var matrix : content.matrices()) {
                points.add(writeMatrix(id, dataset, matrix, done, stopping));
                done += (long) matrix.reader().neurons()
                        * content.samples()
                        * matrix.reader().stored().bytes();
            }
            finish(id, dataset, content, points, owner);
        }
        staging.clear(id);
    }

    private boolean describe(ImportId job, ImportSpec spec, DatasetId id, ImportContent content, Member owner) {
        var now = clock.instant();
        var dataset = new Dataset(
                id,
                String.valueOf(spec.name()),
                String.valueOf(spec.model()),
                spec.description() == null ? "" : spec.description(),
                content.samples(),
                owner.name(),
                now);
        dataset.hasColumns(content.sampleTable().columns());
        datasets.save(dataset);
        content.matrices().forEach(matrix -> hookPoints.save(new HookPointRow(id, matrix.point())));
        datasets.flush();
        copy(connection -> {
            try (var samples = new SampleWriter(connection, id)) {
                content.sampleTable().forEach(samples);
            }
        });
        log.add(
                job,
                "Table of samples written: %s, %s."
                        .formatted(
                                ImportLog.count(content.samples(), "row"),
                                ImportLog.count(content.sampleTable().columns().size(), "column")));
        content.labelings()
                .forEach(labeling -> labelings.saveAndFlush(new LabelingRow(
                        id, LabelingId.create(), labeling.name(), labeling.rule(), labeling.codes(), now)));
        return true;
    }

    private HookPoint writeMatrix(
            ImportId id, DatasetId dataset, PreparedMatrix matrix, long before, BooleanSupplier stopping) {
        var point = matrix.point();
        var special = new SpecialValues(matrix.reader().stored());
        var done = new long[] {before};
        ImportFiles.reading(() -> {
            BlockPipeline.run(matrix.reader(), (first, payloads) -> {
                if (stopping.getAsBoolean()) {
                    throw new Interrupted();
                }
                inTransaction(() -> {
                    copy(connection -> {
                        try (var writer = new VectorWriter(connection, dataset, point.id(), point.dtype())) {
                            for (var i = 0; i < payloads.length; i++) {
                                writer.write(matrix.neuron(first + i), payloads[i]);
                                special.count(payloads[i]);
                                done[0] += payloads[i].length;
                            }
                        }
                    });
                    jobs.recordProgress(id.value(), done[0]);
                    return true;
                });
                if (jobs.isCancelRequested(id.value())) {
                    throw new Cancelled();
                }
            });
            return true;
        });
        log.add(
                id,
                "Written: %s, %s, %s."
                        .formatted(point.inWords(), ImportLog.count(point.neuronCount(), "neuron"), point.dtype()));
        return new HookPoint(
                point.id(),
                point.site(),
                point.layer(),
                point.convention(),
                point.token(),
                point.dtype(),
                point.neuronCount(),
                point.neurons(),
                special.nan(),
                special.infinite());
    }

    private void finish(ImportId id, DatasetId dataset, ImportContent content, List<HookPoint> points, Member owner) {
        inTransaction(() -> {
            if (jobs.isCancelRequested(id.value())) {
                throw new Cancelled();
            }
            points.forEach(point -> hookPoints.save(new HookPointRow(dataset, point)));
            access.register(owner, dataset.asThing(), Visibility.TEAM);
            datasets.findById(dataset.value())
                    .orElseThrow()
                    .becomeReady(
                            content.bytes(),
                            job(id).files().stream()
                                    .map(ImportStatus.StagedFile::toSource)
                                    .toList());
            job(id).succeed(content.report(points), clock.instant());
            log.add(id, "Done: the dataset is ready.");
            events.publishEvent(new DatasetChanged(dataset));
            return true;
        });
        LOG.info("Imported dataset {} with {} samples", dataset, content.samples());
    }

    private interface Copying {
        void accept(Connection connection) throws SQLException, IOException;
    }

    /// On the connection of the running transaction.
    private void copy(Copying copying) {
        var connection = DataSourceUtils.getConnection(dataSource);
        try {
            copying.accept(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("COPY failed", e);
        } catch (IOException e) {
            throw new UncheckedIOException("COPY failed", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    private ImportJob job(ImportId id) {
        return jobs.findById(id.value())
                .orElseThrow(() -> new IllegalStateException("Import %s is gone".formatted(id)));
    }

    private <T> T inTransaction(java.util.function.Supplier<T> work) {
        return java.util.Objects.requireNonNull(transaction.execute(status -> work.get()));
    }

    private static String sentence(BadInput e) {
        return String.valueOf(e.getMessage());
    }
}
