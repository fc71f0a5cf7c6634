package org.histogrid.dataset;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.histogrid.stats.Encoding;

/// All samples' values of one neuron: written once by an import, by COPY, and never changed.
@Entity
@Immutable
@Table(name = "activation_vector")
class ActivationVector {

    @Embeddable
    record Key(
            @Column(name = "dataset_id") UUID datasetId,
            @Column(name = "hook_point") int hookPoint,
            @Column(name = "neuron") int neuron)
            implements Serializable {}

    @EmbeddedId
    private Key key = new Key(new UUID(0, 0), 0, 0);

    @Enumerated(EnumType.STRING)
    @Column(name = "dtype")
    private Encoding dtype = Encoding.F32;

    @Column(name = "crc32c")
    private int crc32c;

    @Column(name = "payload")
    private byte[] payload = {};

    protected ActivationVector() {}

    int crc32c() {
        return crc32c;
    }

    NeuronValues toValues() {
        return new NeuronValues(
                new NeuronRef(new DatasetId(key.datasetId()), key.hookPoint(), key.neuron()), dtype, payload);
    }
}
