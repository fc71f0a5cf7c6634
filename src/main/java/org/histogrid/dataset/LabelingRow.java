package org.histogrid.dataset;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.histogrid.base.Json;

@Entity
@Table(name = "labeling")
class LabelingRow {

    @Embeddable
    record Key(
            @Column(name = "dataset_id") UUID datasetId,
            @Column(name = "id") UUID id) implements Serializable {}

    @EmbeddedId
    private Key key = new Key(new UUID(0, 0), new UUID(0, 0));

    @Column(name = "name")
    private String name = "";

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "rule")
    private String rule = "{}";

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "classes")
    private String classes = "[]";

    @Basic
    @Column(name = "codes")
    private byte[] codes = {};

    @Column(name = "created_at")
    private Instant createdAt = Instant.EPOCH;

    protected LabelingRow() {}

    LabelingRow(DatasetId dataset, LabelingId id, String name, LabelingRule rule, LabelCodes codes, Instant now) {
        this.key = new Key(dataset.value(), id.value());
        this.name = name;
        this.rule = Json.write(rule);
        this.classes = Json.write(codes.classes());
        this.codes = codes.classOf().clone();
        this.createdAt = now;
    }
}
