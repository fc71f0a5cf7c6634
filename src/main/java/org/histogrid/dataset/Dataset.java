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

    /// Ready, or with more than before.
    void holds(long moreBytes, List<DatasetSource> madeOf) {
        state = State.READY;
        bytes += moreBytes;
        var all = new ArrayList<>(Json.read(sources, new TypeReference<List<DatasetSource>>() {}));
        all.addAll(madeOf);
        sources = Json.write(all);
    }

    /// Those of its files that are among the wanted, by their SHA-256.
    SameFiles sameFiles(Collection<String> sha256) {
        var shared = Json.read(sources, new TypeReference<List<DatasetSource>>() {}).stream()
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
                Json.read(columns, new TypeReference<List<SampleColumn>>() {}),
                bytes,
                Json.read(sources, new TypeReference<List<DatasetSource>>() {}),
                createdBy,
                createdAt,
                hookPoints,
                labelings,
                mayEdit);
    }
}
