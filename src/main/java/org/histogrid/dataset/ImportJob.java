package org.histogrid.dataset;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.histogrid.account.AccountId;
import org.histogrid.base.BadInput;
import org.histogrid.base.Conflict;
import org.histogrid.base.Json;
import org.histogrid.dataset.ImportStatus.StagedFile;
import org.histogrid.dataset.ImportStatus.State;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/// Progress and the wish to cancel are written beside this entity while it runs, hence the dynamic update.
@Entity
@DynamicUpdate
@Table(name = "import_job")
class ImportJob {

    static final int MOST_FILES = 200;

    @Id
    @Column(name = "id")
    private UUID id = UUID.randomUUID();

    @Version
    @Column(name = "version")
    private int version;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private State state = State.DRAFT;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "files")
    private String files = "[]";

    /// JSON as it was written: the database would sort the classes of a labeling, and the first is the positive one.
    @Column(name = "spec")
    private @Nullable String spec;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "report")
    private @Nullable String report;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "problem")
    private @Nullable String problem;

    @Column(name = "done")
    private long done;

    @Column(name = "total")
    private long total;

    @Column(name = "cancel_requested")
    private boolean cancelRequested;

    @Column(name = "dataset_id")
    private @Nullable UUID datasetId;

    @Column(name = "created_by")
    private UUID createdBy = new UUID(0, 0);

    @Column(name = "created_at")
    private Instant createdAt = Instant.EPOCH;

    @Column(name = "started_at")
    private @Nullable Instant startedAt;

    @Column(name = "finished_at")
    private @Nullable Instant finishedAt;

    protected ImportJob() {}

    ImportJob(AccountId createdBy, Instant now) {
        this.createdBy = createdBy.value();
        this.createdAt = now;
    }

    ImportId id() {
        return new ImportId(id);
    }

    AccountId createdBy() {
        return new AccountId(createdBy);
    }

    State state() {
        return state;
    }

    boolean cancelRequested() {
        return cancelRequested;
    }

    List<StagedFile> files() {
        return Json.read(files, new TypeReference<List<StagedFile>>() {});
    }

    ImportSpec spec() {
        return spec == null ? ImportSpec.EMPTY : Json.read(spec, ImportSpec.class);
    }

    void add(StagedFile file) {
        requireDraft();
        var all = new ArrayList<>(files());
        if (all.size() >= MOST_FILES) {
            throw new BadInput("One import takes at most %d files.".formatted(MOST_FILES)).inFile(file.name());
        }
        if (all.stream().anyMatch(other -> other.name().equals(file.name()))) {
            throw new BadInput("There is a file of this name already: %s.".formatted(file.name())).inFile(file.name());
        }
        all.add(file);
        files = Json.write(all);
    }

    void remove(String name) {
        requireDraft();
        files = Json.write(
                files().stream().filter(file -> !file.name().equals(name)).toList());
    }

    void remember(ImportSpec newSpec) {
        requireDraft();
        spec = Json.write(newSpec);
    }

    void enqueue(ImportSpec complete, ImportReport expected) {
        remember(complete);
        report = Json.write(expected);
        total = expected.bytes();
        state = State.QUEUED;
    }

    /// The dataset it writes, that of its target if it has one; the same one when a run is taken up again.
    DatasetId begin(Optional<DatasetId> target, Instant now) {
        state = State.RUNNING;
        startedAt = now;
        if (datasetId == null) {
            datasetId = target.map(DatasetId::value).orElseGet(UUID::randomUUID);
        }
        return new DatasetId(datasetId);
    }

    void succeed(ImportReport made, Instant now) {
        state = State.SUCCEEDED;
        report = Json.write(made);
        finishedAt = now;
    }

    void fail(ImportStatus.Problem why, Instant now) {
        state = State.FAILED;
        problem = Json.write(why);
        datasetId = null;
        finishedAt = now;
    }

    void cancel(Instant now) {
        state = State.CANCELLED;
        datasetId = null;
        finishedAt = now;
    }

    private void requireDraft() {
        if (state != State.DRAFT) {
            throw new Conflict("This import has started: its files and mapping stay as they are.", List.of());
        }
    }

    ImportStatus toStatus() {
        var readable = state == State.SUCCEEDED ? datasetId : null;
        var files = files();
        var name = spec().name();
        return new ImportStatus(
                id(),
                state,
                name == null ? files.stream().findFirst().map(StagedFile::name).orElse("New import") : name,
                files,
                Optional.ofNullable(spec).map(json -> Json.read(json, ImportSpec.class)),
                state == State.SUCCEEDED ? total : done,
                total,
                Optional.ofNullable(readable).map(DatasetId::new),
                Optional.ofNullable(report).map(json -> Json.read(json, ImportReport.class)),
                Optional.ofNullable(problem).map(json -> Json.read(json, ImportStatus.Problem.class)),
                cancelRequested && !state.isOver(),
                createdAt,
                Optional.ofNullable(startedAt),
                Optional.ofNullable(finishedAt));
    }
}
