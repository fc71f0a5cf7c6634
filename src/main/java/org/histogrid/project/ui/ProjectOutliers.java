package org.histogrid.project.ui;

import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.HashMap;
import java.util.List;
import org.histogrid.dataset.LabelingId;
import org.histogrid.dataset.NeuronRef;
import org.histogrid.project.ProjectContent;
import org.histogrid.project.ProjectRow;
import org.histogrid.screening.RankingService;
import org.histogrid.sharing.CurrentViewer;
import org.histogrid.stats.Outlier;

/// What the neurons of the panels of a project are outliers by, row by row.
@SpringComponent
class ProjectOutliers {

    private final RankingService rankings;
    private final CurrentViewer viewer;

    ProjectOutliers(RankingService rankings, CurrentViewer viewer) {
        this.rankings = rankings;
        this.viewer = viewer;
    }

    List<List<List<Outlier>>> of(ProjectContent content) {
        var labelings = new HashMap<NeuronRef, LabelingId>();
        content.rows().forEach(row -> refs(row).forEach(ref -> labelings.put(ref, row.labeling())));
        var known = rankings.outliers(viewer.get(), labelings);
        return content.rows().stream()
                .map(row -> refs(row).stream()
                        .map(ref -> known.getOrDefault(ref, List.of()))
                        .toList())
                .toList();
    }

    private static List<NeuronRef> refs(ProjectRow row) {
        return row.neurons().stream()
                .map(neuron -> new NeuronRef(row.dataset(), row.hookPoint(), neuron))
                .toList();
    }
}
