package org.histogrid.project;

import java.util.Map;
import org.histogrid.dataset.LabelingId;
import org.histogrid.histogram.ComputedGrid;

/// A project as somebody looks at it, saved or not.
///
/// @param thresholds where labelings on scores are parted instead of where they were stored to be
/// @param grid what was computed of both
public record ShownProject(ProjectContent content, Map<LabelingId, Double> thresholds, ComputedGrid grid) {

    public ShownProject {
        thresholds = Map.copyOf(thresholds);
    }

    /// With every labeling parted as it is stored.
    static ShownProject asStored(ProjectContent content, ComputedGrid grid) {
        return new ShownProject(content, Map.of(), grid);
    }
}
