package org.histogrid.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SampleFoldsTest {

    private static final int SAMPLES = 20_000;
    private static final List<String> IDS =
            IntStream.range(0, SAMPLES).mapToObj(i -> "question " + i).toList();

    @Test
    void foldsAreAboutAsLargeInEitherHalf() {
        var folds = SampleFolds.of(IDS, 5, 1);
        var discovery = SampleHalves.discovery(IDS, 0);
        var counts = new int[2][5];
        for (var i = 0; i < SAMPLES; i++) {
            counts[discovery[i] ? 0 : 1][folds[i]]++;
        }
        // 2,000 of each, with a standard deviation of 42
        for (var half : counts) {
            assertThat(IntStream.of(half)).allMatch(count -> count > 1_830 && count < 2_170);
        }
    }

    @Test
    void aSampleIsInItsFoldWhicheverOthersAreThere() {
        var folds = SampleFolds.of(IDS, 5, 1);
        assertThat(SampleFolds.of(IDS.reversed(), 5, 1)[0]).isEqualTo(folds[SAMPLES - 1]);
        assertThat(SampleFolds.of(List.of(IDS.get(7), IDS.get(7)), 5, 1)).containsExactly(folds[7], folds[7]);
        assertThat(SampleFolds.of(IDS, 5, 2)).isNotEqualTo(folds);
        assertThat(SampleFolds.of(IDS, 1, 1)).containsOnly(0);
        assertThatIllegalArgumentException().isThrownBy(() -> SampleFolds.of(IDS, 0, 1));
    }
}
