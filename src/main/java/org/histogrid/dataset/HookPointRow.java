package org.histogrid.dataset;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "hook_point")
class HookPointRow {

    @Embeddable
    record Key(
            @Column(name = "dataset_id") UUID datasetId,
            @Column(name = "id") int id) implements Serializable {}

    @EmbeddedId
    private Key key = new Key(new UUID(0, 0), 0);

    @Column(name = "site")
    private String site = "";

    @Column(name = "layer")
    private @Nullable Integer layer;

    @Column(name = "convention")
    private String convention = "";

    /// The import that is still writing vectors of a hook point it adds to a dataset.
    @Column(name = "pending")
    private @Nullable UUID pending;

    @Column(name = "token")
    private String token = "";

    @Column(name = "dtype")
    private String dtype = "";

    @Column(name = "neuron_count")
    private int neuronCount;

    @Column(name = "neurons")
    private int @Nullable [] neurons;

    @Column(name = "nan")
    private long nan;

    @Column(name = "infinite")
    private long infinite;

    protected HookPointRow() {}

    HookPointRow(DatasetId dataset, HookPoint point) {
        this.key = new Key(dataset.value(), point.id());
        this.site = point.site();
        this.layer = point.layer();
        this.convention = point.convention();
        this.token = point.token();
        this.dtype = point.dtype();
        this.neuronCount = point.neuronCount();
        this.neurons = point.neurons().isEmpty()
                ? null
                : point.neurons().stream().mapToInt(Integer::intValue).toArray();
        this.nan = point.nan();
        this.infinite = point.infinite();
    }

    HookPointRow pendingOn(ImportId job) {
        pending = job.value();
        return this;
    }

    UUID datasetId() {
        return key.datasetId();
    }

    HookPoint toHookPoint() {
        return new HookPoint(
                key.id(),
                site,
                layer,
                convention,
                token,
                dtype,
                neuronCount,
                neurons == null ? List.of() : Arrays.stream(neurons).boxed().toList(),
                nan,
                infinite);
    }
}
