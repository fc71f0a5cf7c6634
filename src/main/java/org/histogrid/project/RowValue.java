package org.histogrid.project;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Arrays;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.histogrid.dataset.DatasetId;
import org.histogrid.dataset.LabelingId;
import org.jspecify.annotations.Nullable;

@Embeddable
class RowValue {

    @Column(name = "dataset_id")
    private UUID datasetId = new UUID(0, 0);

    @Column(name = "labeling_id")
    private UUID labelingId = new UUID(0, 0);

    @Column(name = "hook_point")
    private int hookPoint;

    @Column(name = "label")
    private String label = "";

    @Column(name = "neurons")
    private int[] neurons = {};

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "chosen")
    private @Nullable String chosen;

    protected RowValue() {}

    RowValue(ProjectRow row) {
        datasetId = row.dataset().value();
        labelingId = row.labeling().value();
        hookPoint = row.hookPoint();
        label = row.label();
        neurons = row.neurons().stream().mapToInt(Integer::intValue).toArray();
        chosen = row.chosen().map(choice -> ChoiceJson.write(choice).toString()).orElse(null);
    }

    ProjectRow toRow() {
        return new ProjectRow(
                new DatasetId(datasetId),
                new LabelingId(labelingId),
                hookPoint,
                label,
                Arrays.stream(neurons).boxed().toList(),
                ChoiceJson.stored(chosen));
    }
}
