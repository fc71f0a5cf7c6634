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
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.histogrid.base.Json;
import tools.jackson.core.type.TypeReference;

@Entity
@Table(name = "dataset")
class Dataset {

    enum State {
        IMPORTING,
        READY
    }

    @Id
    @Column(name = "id")
    private UUID id = new UUID(0, 0);

    @Version
    @Column(name = "version")
    private int version;

    @Column(name = "name")
    private String name = "";

    @Column(name = "model")
    private String model = "";

    @Column(name = "description")
    private String description = "";

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private State state = State.IMPORTING;

    @Column(name = "samples")
    private int samples;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "columns")
    private String columns = "[]";

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "sources")
    private String sources = "[]";

    @Column(name = "bytes")
    private long bytes;

    @Column(name = "created_by")
    private String createdBy = "";

    @Column(name = "created_at")
    private Instant createdAt = Instant.EPOCH;

    protected Dataset() {}

    Dataset(DatasetId id, String name, String model, String description, int samples, String createdBy, Instant now) {
        this.id = id.value();
        this.name = name;
        this.model = model;
        this.description = description;
        this.samples = samples;
        this.createdBy = createdBy;
        this.createdAt = now;
    }

    DatasetId id() {
        return new DatasetId(id);
    }

    String name() {
        return name;
    }

    void describe(String newName, String newDescription) {
        name = newName;
        description = newDescription;
    }

    void hasColumns(List<SampleColumn> newColumns) {
        columns = Json.write(newColumns);
    }

    /// Adds a column under a name that none has yet, and answers it.
    String addColumn(String wanted, String file, String type) {
        var all = new ArrayList<>(columns());
        var taken = all.stream().map(SampleColumn::name).collect(Collectors.toSet());
        var free = wanted;
        for (var number = 1; taken.contains(free); number++) {
            free = number == 1 ? "%s (%s)".formatted(wanted, file) : "%s (%s, %d)".formatted(wanted, file, number);
        }
        all.add(new SampleColumn(free, type));
        hasColumns(all);
        return free;
    }

    private List<SampleColumn> columns() {
        return Json.read(columns, new TypeReference<List<SampleColumn>>() {});
    }

    private List<DatasetSource> sources() {
        return Json.read(sources, new TypeReference<List<DatasetSource>>() {});
    }

    /// Ready, or with more than before.
    void holds(long moreBytes, List<DatasetSource> madeOf) {
        state = State.READY;
        bytes += moreBytes;
        var all = new ArrayList<>(sources());
        all.addAll(madeOf);
        sources = Json.write(all);
    }

    /// Those of its files that are among the wanted, by their SHA-256.
    SameFiles sameFiles(Collection<String> sha256) {
        var shared = sources().stream()
                .filter(source -> sha256.contains(source.sha256()))
                .toList();
        return new SameFiles(id(), name, createdBy, createdAt, shared);
    }

    DatasetDetails toDetails(List<HookPoint> hookPoints, List<Labeling> labelings, boolean mayEdit) {
        return new DatasetDetails(
                id(),
                name,
                model,
                description,
                state.name(),
                samples,
                columns(),
                bytes,
                sources(),
                createdBy,
                createdAt,
                hookPoints,
                labelings,
                mayEdit);
    }
}
