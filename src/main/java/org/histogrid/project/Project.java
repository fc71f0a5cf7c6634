package org.histogrid.project;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.histogrid.base.Json;
import org.histogrid.histogram.SettingsJson;
import org.histogrid.sharing.Sharing;
import tools.jackson.databind.JsonNode;

@Entity
@Table(name = "project")
class Project {

    @Id
    @Column(name = "id")
    private UUID id = UUID.randomUUID();

    @Version
    @Column(name = "version")
    private int version;

    @Column(name = "name")
    private String name = "";

    @Column(name = "description")
    private String description = "";

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "settings")
    private String settings = "{}";

    @ElementCollection
    @CollectionTable(name = "project_row", joinColumns = @JoinColumn(name = "project_id"))
    @OrderColumn(name = "position")
    private List<RowValue> rows = new ArrayList<>();

    @Column(name = "created_at")
    private Instant createdAt = Instant.EPOCH;

    @Column(name = "changed_at")
    private Instant changedAt = Instant.EPOCH;

    @Column(name = "changed_by")
    private String changedBy = "";

    protected Project() {}

    Project(ProjectContent content, String by, Instant now) {
        createdAt = now;
        become(content, by, now);
    }

    ProjectId id() {
        return new ProjectId(id);
    }

    int version() {
        return version;
    }

    Instant changedAt() {
        return changedAt;
    }

    String changedBy() {
        return changedBy;
    }

    void become(ProjectContent content, String by, Instant now) {
        name = content.name();
        description = content.description();
        settings = SettingsJson.write(content.settings()).toString();
        rows.clear();
        content.rows().forEach(row -> rows.add(new RowValue(row)));
        changedBy = by;
        changedAt = now;
    }

    ProjectContent content() {
        return new ProjectContent(
                name,
                description,
                rows.stream().map(RowValue::toRow).toList(),
                SettingsJson.read(Json.read(settings, JsonNode.class)));
    }

    ProjectDetails toDetails(Sharing sharing) {
        return new ProjectDetails(id(), version, content(), sharing, createdAt, changedAt, changedBy);
    }
}
