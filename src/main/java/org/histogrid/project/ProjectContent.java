package org.histogrid.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.histogrid.dataset.LabelingId;
import org.histogrid.histogram.GridSpec;
import org.histogrid.histogram.HistogramSettings;

/// What a project says: all that is saved, and all that an edit may change.
public record ProjectContent(String name, String description, List<ProjectRow> rows, HistogramSettings settings) {

    public static final int NAME_MAX_LENGTH = 200;
    public static final int DESCRIPTION_MAX_LENGTH = 4000;

    public ProjectContent {
        name = name.strip();
        description = description.strip();
        rows = List.copyOf(rows);
    }

    public static ProjectContent empty(String name) {
        return new ProjectContent(name, "", List.of(), HistogramSettings.DEFAULT);
    }

    public ProjectContent named(String newName, String newDescription) {
        return new ProjectContent(newName, newDescription, rows, settings);
    }

    public ProjectContent withRows(List<ProjectRow> newRows) {
        return new ProjectContent(name, description, newRows, settings);
    }

    public ProjectContent withRow(int position, ProjectRow row) {
        var changed = new ArrayList<>(rows);
        changed.set(position, row);
        return withRows(changed);
    }

    public ProjectContent withSettings(HistogramSettings newSettings) {
        return new ProjectContent(name, description, rows, newSettings);
    }

    public GridSpec toGrid() {
        return toGrid(Map.of());
    }

    /// With labelings on scores parted elsewhere.
    GridSpec toGrid(Map<LabelingId, Double> thresholds) {
        return new GridSpec(
                rows.stream()
                        .map(row -> row.toGridRow(Optional.ofNullable(thresholds.get(row.labeling()))))
                        .toList(),
                settings);
    }
}
