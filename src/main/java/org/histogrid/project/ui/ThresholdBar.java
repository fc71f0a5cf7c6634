package org.histogrid.project.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.histogrid.dataset.LabelingService;
import org.histogrid.sharing.CurrentViewer;

/// The thresholds of the labelings on scores in a grid, each of which can be moved while the panels follow.
final class ThresholdBar extends Composite<Div> {

    /// What moving a threshold does to the project on the screen.
    interface Moves {

        void part(String labeling, double threshold);

        void asStored(String labeling);

        void store(List<ScoreRow> rows, double threshold);
    }

    @SpringComponent
    static class Factory {

        private final LabelingService labelings;
        private final CurrentViewer viewer;

        Factory(LabelingService labelings, CurrentViewer viewer) {
            this.labelings = labelings;
            this.viewer = viewer;
        }

        ThresholdBar create(Moves moves) {
            return new ThresholdBar(this, moves);
        }
    }

    private final Factory services;
    private final Moves moves;
    private final Map<List<ScoreRow>, ThresholdLine> lines = new LinkedHashMap<>();

    private ThresholdBar(Factory services, Moves moves) {
        this.services = services;
        this.moves = moves;
        getContent().addClassName("hg-thresholds");
    }

    /// A slider stays as it is while its labelings are the same ones, so that it can be dragged on.
    void show(Map<String, List<ScoreRow>> scores, Map<String, Double> thresholds) {
        lines.entrySet().removeIf(line -> {
            var gone = !scores.containsValue(line.getKey());
            if (gone) {
                getContent().remove(line.getValue());
            }
            return gone;
        });
        scores.forEach((labeling, rows) -> {
            var line = lines.computeIfAbsent(rows, this::add);
            line.show(Optional.ofNullable(thresholds.get(labeling)));
        });
        setVisible(!lines.isEmpty());
    }

    private ThresholdLine add(List<ScoreRow> rows) {
        var line = new ThresholdLine(rows, this::ends, moves);
        getContent().add(line);
        return line;
    }

    /// The smallest and the greatest score of all rows.
    private double[] ends(List<ScoreRow> rows) {
        var columns = rows.stream()
                .map(row -> services.labelings.scoreColumn(services.viewer.get(), row.dataset(), row.column()))
                .toList();
        return new double[] {
            columns.stream().mapToDouble(one -> one.low()).min().orElse(0),
            columns.stream().mapToDouble(one -> one.high()).max().orElse(1)
        };
    }
}
