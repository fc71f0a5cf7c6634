package org.histogrid.project.ui;

import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.List;
import org.histogrid.dataset.NeuronRef;
import org.histogrid.project.ProjectRow;
import org.histogrid.project.ShownProject;
import org.histogrid.screening.LabelledNeuron;
import org.histogrid.screening.RankingService;
import org.histogrid.sharing.CurrentViewer;
import org.histogrid.stats.Outlier;
import org.histogrid.stats.OutlierType;

/// What the neurons of the panels of a project are outliers by, row by row.
@SpringComponent
class ProjectOutliers {

    private final RankingService rankings;
    private final CurrentViewer viewer;

    ProjectOutliers(RankingService rankings, CurrentViewer viewer) {
        this.rankings = rankings;
        this.viewer = viewer;
    }

    List<List<List<Outlier>>> of(ShownProject shown) {
        var wanted = shown.content().rows().stream()
                .flatMap(row -> labelled(row).stream())
                .distinct()
                .toList();
        var known = rankings.outliers(viewer.get(), wanted);
        return shown.content().rows().stream()
                .map(row -> labelled(row).stream()
                        .map(neuron -> stillTrue(known.getOrDefault(neuron, List.of()), row, shown))
                        .toList())
                .toList();
    }

    private static List<LabelledNeuron> labelled(ProjectRow row) {
        return row.neurons().stream()
                .map(neuron ->
                        new LabelledNeuron(new NeuronRef(row.dataset(), row.hookPoint(), neuron), row.labeling()))
                .toList();
    }

    /// How far the stored classes lie apart says nothing of classes that are parted elsewhere.
    private static List<Outlier> stillTrue(List<Outlier> outliers, ProjectRow row, ShownProject shown) {
        return shown.thresholds().containsKey(row.labeling())
                ? outliers.stream()
                        .filter(outlier -> outlier.type() != OutlierType.SEPARATING)
                        .toList()
                : outliers;
    }
}
