package org.histogrid.dataset;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.histogrid.base.Json;
import tools.jackson.core.type.TypeReference;

@Entity
@DynamicUpdate
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

    List<LabelClass> classes() {
        return toLabeling().classes();
    }

    /// The codes are no part of it: a name or a colour moves no sample.
    void becomes(LabelingLook look) {
        var old = toLabeling();
        var changed = new ArrayList<LabelClass>();
        for (var i = 0; i < old.classes().size(); i++) {
            var newLook = look.classes().get(i);
            changed.add(new LabelClass(newLook.name(), old.classes().get(i).count(), newLook.colour()));
        }
        name = look.name();
        rule = Json.write(old.rule().withClassNames(names(old.classes()), names(changed)));
        classes = Json.write(changed);
    }

    Labeling toLabeling() {
        return labeling(key.id(), name, rule, classes);
    }

    static Labeling labeling(UUID id, String name, String rule, String classes) {
        var read = Json.read(classes, new TypeReference<List<LabelClass>>() {});
        var names = names(read);
        return new Labeling(
                new LabelingId(id), name, Json.read(rule, LabelingRule.class).withClassNames(names, names), read);
    }

    private static List<String> names(List<LabelClass> classes) {
        return classes.stream().map(LabelClass::name).toList();
    }
}
