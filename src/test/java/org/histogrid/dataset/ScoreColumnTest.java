package org.histogrid.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.histogrid.base.BadInput;
import org.junit.jupiter.api.Test;

class ScoreColumnTest {

    private static ScoreColumn read(String... cells) {
        var reader = new ScoreReader("score");
        Arrays.asList(cells).forEach(reader::add);
        return reader.column();
    }

    @Test
    void thresholdCountsTheSamplesFromItOnAndTellsWhoHasNoScore() {
        var scores = read("0.9", "0.1", "", "0.3", "nan", "0.3", " ");
        assertThat(scores.at(0.3)).isEqualTo(new ThresholdCounts(3, 1, 3));
        assertThat(scores.at(0.30001)).isEqualTo(new ThresholdCounts(1, 3, 3));
        assertThat(scores.at(-1)).isEqualTo(new ThresholdCounts(4, 0, 3));
        assertThat(scores.at(2)).isEqualTo(new ThresholdCounts(0, 4, 3));
    }

    @Test
    void thresholdCountsAsTheRuleClassifies() {
        var random = new Random(7);
        var cells = random.ints(2_000, -50, 50)
                .mapToObj(n -> n % 7 == 0 ? "" : String.valueOf(n / 10.0))
                .toList();
        var scores = read(cells.toArray(String[]::new));
        for (var threshold : new double[] {-5, -4.9, -0.0, 0.0, 0.05, 1.2, 4.9, 5.1}) {
            var rule = LabelingRule.ofThreshold("score", threshold, "a", "b");
            var classes = new Classifier(rule).apply(cells).classes();
            var counts = scores.at(threshold);
            assertThat(counts.above()).isEqualTo(classes.getFirst().count());
            assertThat(counts.below()).isEqualTo(classes.getLast().count());
            assertThat(counts.above() + counts.below() + counts.leftOut()).isEqualTo(2_000);
        }
    }

    @Test
    void binsHoldEveryFiniteValueOnceOnTheSideOfTheThresholdItIsOn() {
        var random = new Random(3);
        var cells = random.doubles(5_000).mapToObj(String::valueOf).toArray(String[]::new);
        var scores = read(cells);
        for (var threshold : new double[] {-1, 0.123456, 0.5, 0.9, 2}) {
            var bins = scores.bins(threshold).orElseThrow();
            var counts = scores.at(threshold);
            assertThat(Arrays.stream(bins.above()).sum()).isEqualTo(counts.above());
            assertThat(Arrays.stream(bins.below()).sum()).isEqualTo(counts.below());
            assertThat(bins.edges()).hasSize(61).isSorted();
            assertThat(bins.edges()[0]).isEqualTo(scores.low());
            assertThat(bins.edges()[60]).isEqualTo(scores.high());
        }
    }

    @Test
    void infinityIsOnItsSideAndInNoBin() {
        var scores = read("1", "2", "3", "Infinity", "-Infinity");
        assertThat(scores.at(2)).isEqualTo(new ThresholdCounts(3, 2, 0));
        assertThat(scores.low()).isEqualTo(1);
        assertThat(scores.high()).isEqualTo(3);
        var bins = scores.bins(2).orElseThrow();
        assertThat(Arrays.stream(bins.above()).sum()).isEqualTo(2);
        assertThat(Arrays.stream(bins.below()).sum()).isEqualTo(1);
    }

    @Test
    void constantColumnHasBinsAroundItAndAnEmptyOneHasNone() {
        var bins = read("7", "7", "7").bins(7).orElseThrow();
        assertThat(bins.edges()[0]).isEqualTo(6.5);
        assertThat(Arrays.stream(bins.above()).sum()).isEqualTo(3);
        assertThat(read("", "").bins(0)).isEmpty();
        assertThat(read("", "").at(0)).isEqualTo(new ThresholdCounts(0, 0, 2));
        assertThat(read("Infinity").median()).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void valuesTooFarApartOrTooNearAreNotDrawn() {
        assertThat(read("-1.7e308", "1.7e308").bins(0)).isEmpty();
        assertThat(read("1e300", "1e300").bins(0)).isEmpty();
        assertThat(read("1", "1.0000000000000002").bins(1)).isEmpty();
        assertThat(read("0", "1e-300").bins(0).orElseThrow().edges()[10]).isCloseTo(1e-300, within(1e-310));
    }

    @Test
    void cellThatIsNoNumberIsNamedWithItsRowAndHowManyThereAre() {
        assertThatThrownBy(() -> read("1", "2", "high", "", "low")).isInstanceOfSatisfying(BadInput.class, e -> {
            assertThat(e)
                    .hasMessage(
                            "Column score is no score: row 3 holds high, which is not a number (2 such cells in all).");
            assertThat(e.where()).containsEntry("row", 3L).containsEntry("column", "score");
        });
        assertThatThrownBy(() -> read("1", "0x1p3")).hasMessageContaining("row 2 holds 0x1p3");
        assertThatThrownBy(() -> read("x".repeat(1_000)))
                .hasMessageContaining("xxx…")
                .message()
                .hasSizeLessThan(200);
    }
}
