package org.histogrid.project.ui;

import java.util.Map;
import java.util.Optional;
import org.histogrid.dataset.DatasetDetails;
import org.histogrid.dataset.DatasetId;
import org.histogrid.dataset.Labeling;
import org.histogrid.dataset.LabelingRef;
import org.histogrid.project.ProjectRow;

/// A dataset of a project and its labeling, which is on a score.
record ScoreRow(DatasetId dataset, String datasetName, Labeling labeling, double stored) {

    static Optional<ScoreRow> of(ProjectRow row, Map<DatasetId, DatasetDetails> known) {
        return Optional.ofNullable(known.get(row.dataset()))
                .flatMap(dataset -> dataset.labeling(row.labeling())
                        .flatMap(labeling -> Optional.ofNullable(labeling.rule().threshold())
                                .map(stored -> new ScoreRow(dataset.id(), dataset.name(), labeling, stored))));
    }

    LabelingRef ref() {
        return new LabelingRef(dataset, labeling.id());
    }

    String column() {
        return labeling.rule().column();
    }
}
