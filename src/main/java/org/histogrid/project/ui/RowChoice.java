package org.histogrid.project.ui;

import java.util.Map;
import java.util.Optional;
import org.histogrid.dataset.DatasetDetails;
import org.histogrid.dataset.DatasetId;
import org.histogrid.dataset.HookPoint;
import org.histogrid.project.ProjectRow;

/// A row as it is offered. One whose dataset is gone has no hook point.
record RowChoice(int position, ProjectRow row, Optional<HookPoint> point) {

    static RowChoice of(int position, ProjectRow row, Map<DatasetId, DatasetDetails> known) {
        return new RowChoice(
                position,
                row,
                Optional.ofNullable(known.get(row.dataset())).flatMap(dataset -> dataset.hookPoint(row.hookPoint())));
    }

    String inWords() {
        return "%d. %s%s"
                .formatted(
                        position + 1,
                        row.label(),
                        point.map(held -> ", " + held.inWords()).orElse(""));
    }
}
