package org.histogrid.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.histogrid.base.BadInput;
import org.junit.jupiter.api.Test;

class LabelJoinTest {

    private static final LabelJoin JOIN = new LabelJoin("labels.csv", "TriviaQA", List.of("a", "b", "c"));
    private static final LabelJoin NO_IDS = new LabelJoin("labels.csv", "TriviaQA", List.of("", "", ""));

    @Test
    void labelsGoToTheSamplesOfTheirIdsWhateverTheirOrder() {
        assertThat(JOIN.byId("qid", List.of("c", " a ", "b"), List.of("3", "1", "2")))
                .containsExactly("1", "2", "3");
    }

    @Test
    void firstIdOfNoSampleIsNamedWithItsRowAndBothCounts() {
        assertThatThrownBy(() -> JOIN.byId("qid", List.of("a", "x", "c", "y"), List.of("1", "2", "3", "4")))
                .isInstanceOfSatisfying(BadInput.class, e -> {
                    assertThat(e)
                            .hasMessage("labels.csv labels x in row 2, which is no sample of TriviaQA. "
                                    + "Of 4 labels and 3 samples, 2 labels have no sample and 1 sample has no label.");
                    assertThat(e.where())
                            .containsEntry("file", "labels.csv")
                            .containsEntry("column", "qid")
                            .containsEntry("row", 2L)
                            .containsEntry("field", "id")
                            .containsEntry("unmatched", List.of("x", "y"))
                            .containsEntry("unmatchedCount", 2)
                            .containsEntry("unlabelled", List.of("b"))
                            .containsEntry("unlabelledCount", 1);
                });
    }

    @Test
    void firstSampleWithoutALabelIsNamed() {
        assertThatThrownBy(() -> JOIN.byId("qid", List.of("a", "c"), List.of("1", "2")))
                .hasMessage("labels.csv has no label for b, sample 2 of TriviaQA. "
                        + "Of 2 labels and 3 samples, 0 labels have no sample and 1 sample has no label.");
    }

    @Test
    void onlyTheFirstTwentyThatDoNotMatchAreListed() {
        var ids = IntStream.range(0, 50).mapToObj(i -> "x" + i).toList();
        assertThatThrownBy(() -> JOIN.byId("qid", ids, ids)).isInstanceOfSatisfying(BadInput.class, e -> {
            assertThat((List<?>) e.where().get("unmatched")).hasSize(20).first().isEqualTo("x0");
            assertThat(e.where()).containsEntry("unmatchedCount", 50);
        });
    }

    @Test
    void idsMustBeThereOnce() {
        assertThatThrownBy(() -> JOIN.byId("qid", List.of("a", "b", "a"), List.of("1", "2", "3")))
                .hasMessage("labels.csv has the id a twice, in rows 1 and 3.");
        assertThatThrownBy(() -> JOIN.byId("qid", List.of("a", " ", "c"), List.of("1", "2", "3")))
                .hasMessage("labels.csv has no id in row 2.");
    }

    @Test
    void lengthsThatDifferAreNamedWithTheFirstThatHasNoPartner() {
        assertThatThrownBy(() -> JOIN.byOrder(List.of("1", "2")))
                .hasMessage(
                        "labels.csv has 2 labels, but TriviaQA has 3 samples. The first sample without a label is number 3 (c).");
        assertThatThrownBy(() -> NO_IDS.byOrder(List.of("1", "2", "3", "4")))
                .isInstanceOfSatisfying(BadInput.class, e -> {
                    assertThat(e)
                            .hasMessage(
                                    "labels.csv has 4 labels, but TriviaQA has 3 samples. The first label without a sample is in row 4.");
                    assertThat(e.where()).containsEntry("row", 4L);
                });
        assertThat(NO_IDS.byOrder(List.of("1", "2", "3"))).containsExactly("1", "2", "3");
    }

    @Test
    void columnOfIdsIsKnownByMostOfItsCells() {
        assertThat(JOIN.areIds(List.of("b", "a", "x"))).isTrue();
        assertThat(JOIN.areIds(List.of("b", "x", "y"))).isFalse();
        assertThat(JOIN.areIds(List.of("b", "b", "a"))).isFalse();
        assertThat(NO_IDS.areIds(List.of("", "x"))).isFalse();
        assertThat(NO_IDS.samplesHaveIds()).isFalse();
    }
}
