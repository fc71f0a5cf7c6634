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

    private static List<Integer> neurons(ProjectContent content, int row) {
        return content.rows().get(row).neurons();
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

    @Test
    void rowsAreDroppedIntoGaps() {
        assertThat(labels(GridEdits.moveRowTo(CONTENT, 0, 3))).containsExactly("b", "c", "a");
        assertThat(labels(GridEdits.moveRowTo(CONTENT, 0, 2))).containsExactly("b", "a", "c");
        assertThat(labels(GridEdits.moveRowTo(CONTENT, 2, 0))).containsExactly("c", "a", "b");
        assertThat(GridEdits.moveRowTo(CONTENT, 1, 1)).isEqualTo(CONTENT);
        assertThat(GridEdits.moveRowTo(CONTENT, 1, 2)).isEqualTo(CONTENT);
        assertThat(GridEdits.moveRowTo(CONTENT, 1, 9)).isEqualTo(CONTENT);
    }

    @Test
    void neuronsAreDroppedIntoGapsOfTheirRow() {
        assertThat(neurons(GridEdits.moveNeuronTo(CONTENT, 0, 0, 0, 3), 0)).containsExactly(2, 3, 1);
        assertThat(neurons(GridEdits.moveNeuronTo(CONTENT, 0, 2, 0, 1), 0)).containsExactly(1, 3, 2);
        assertThat(GridEdits.moveNeuronTo(CONTENT, 0, 1, 0, 1)).isEqualTo(CONTENT);
        assertThat(GridEdits.moveNeuronTo(CONTENT, 0, 1, 0, 2)).isEqualTo(CONTENT);
    }

    @Test
    void neuronsAreDroppedIntoOtherRows() {
        var moved = GridEdits.moveNeuronTo(CONTENT, 0, 1, 1, 0);
        assertThat(neurons(moved, 0)).containsExactly(1, 3);
        assertThat(neurons(moved, 1)).containsExactly(2, 4);
        assertThat(neurons(GridEdits.moveNeuronTo(CONTENT, 0, 1, 2, 1), 2)).containsExactly(5, 2);
        var emptied = GridEdits.moveNeuronTo(CONTENT, 1, 0, 0, 3);
        assertThat(neurons(emptied, 0)).containsExactly(1, 2, 3, 4);
        assertThat(neurons(emptied, 1)).isEmpty();
    }

    @Test
    void neuronsAreAddedOnce() {
        assertThat(neurons(GridEdits.addNeurons(CONTENT, 0, List.of(7, 2, 7, 0)), 0))
                .containsExactly(1, 2, 3, 7, 0);
        assertThat(GridEdits.addNeurons(CONTENT, 0, List.of(3))).isEqualTo(CONTENT);
    }

    @Test
    void rowsAreDuplicatedBelowThemselves() {
        assertThat(labels(GridEdits.duplicateRow(CONTENT, 0))).containsExactly("a", "a", "b", "c");
        assertThat(labels(GridEdits.insertRow(CONTENT, 1, row("d", 6)))).containsExactly("a", "d", "b", "c");
    }
}
