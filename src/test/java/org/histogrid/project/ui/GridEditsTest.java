package org.histogrid.project.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.histogrid.dataset.DatasetId;
import org.histogrid.dataset.LabelingId;
import org.histogrid.project.ProjectContent;
import org.histogrid.project.ProjectRow;
import org.junit.jupiter.api.Test;

class GridEditsTest {

    private static final DatasetId DATASET = DatasetId.create();
    private static final LabelingId LABELING = LabelingId.create();
    private static final ProjectContent CONTENT =
            ProjectContent.empty("A project").withRows(List.of(row("a", 1, 2, 3), row("b", 4), row("c", 5)));

    private static ProjectRow row(String label, Integer... neurons) {
        return new ProjectRow(DATASET, LABELING, 0, label, List.of(neurons));
    }

    private static List<String> labels(ProjectContent content) {
        return content.rows().stream().map(ProjectRow::label).toList();
    }

    @Test
    void rowsMoveAndStayWithinTheGrid() {
        assertThat(labels(GridEdits.moveRow(CONTENT, 0, 1))).containsExactly("b", "a", "c");
        assertThat(labels(GridEdits.moveRow(CONTENT, 2, -1))).containsExactly("a", "c", "b");
        assertThat(GridEdits.moveRow(CONTENT, 0, -1)).isEqualTo(CONTENT);
        assertThat(GridEdits.moveRow(CONTENT, 2, 1)).isEqualTo(CONTENT);
    }

    @Test
    void rowsComeAndGo() {
        assertThat(labels(GridEdits.addRow(CONTENT, row("d", 6)))).containsExactly("a", "b", "c", "d");
        assertThat(labels(GridEdits.removeRow(CONTENT, 1))).containsExactly("a", "c");
    }

    @Test
    void neuronsMoveWithinTheirRow() {
        assertThat(GridEdits.moveNeuron(CONTENT, 0, 0, 1).rows().getFirst().neurons())
                .containsExactly(2, 1, 3);
        assertThat(GridEdits.moveNeuron(CONTENT, 0, 2, -1).rows().getFirst().neurons())
                .containsExactly(1, 3, 2);
        assertThat(GridEdits.moveNeuron(CONTENT, 0, 2, 1)).isEqualTo(CONTENT);
        assertThat(GridEdits.removeNeuron(CONTENT, 0, 1).rows().getFirst().neurons())
                .containsExactly(1, 3);
    }
}
