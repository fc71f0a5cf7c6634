package org.histogrid.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SampleHalvesTest {

    @Test
    void theSameIdIsInTheSameHalfForEver() {
        // As another implementation of FNV-1a and SplitMix64 gives them
        var ids = List.of("0", "1", "2", "q-17", "Frage ü?", "", "問", "TruthfulQA/4");
        assertThat(SampleHalves.discovery(ids, 0)).containsExactly(true, false, false, true, false, true, false, false);
        assertThat(SampleHalves.discovery(ids, 2026)).containsExactly(false, true, false, true, true, true, true, true);
    }

    @Test
    void neitherTheOrderNorTheOthersMatter() {
        var ids = IntStream.range(0, 500).mapToObj(i -> "sample " + i).toList();
        var discovery = SampleHalves.discovery(ids, 1);
        var reversed = SampleHalves.discovery(ids.reversed(), 1);
        for (int i = 0; i < ids.size(); i++) {
            assertThat(reversed[ids.size() - 1 - i]).isEqualTo(discovery[i]);
            assertThat(SampleHalves.discovery(List.of(ids.get(i)), 1)).containsExactly(discovery[i]);
        }
    }

    @Test
    void aboutHalfOfTheSamplesAreInEach() {
        // Five standard deviations of 50 about 5,000
        for (var prefix : List.of("", "sample-", "0000")) {
            var ids = IntStream.range(0, 10_000).mapToObj(i -> prefix + i).toList();
            assertThat(inFirst(SampleHalves.discovery(ids, 7))).isBetween(4750, 5250);
        }
    }

    @Test
    void anotherSeedPartsThemAnew() {
        var ids = IntStream.range(0, 10_000).mapToObj(Integer::toString).toList();
        var one = SampleHalves.discovery(ids, 1);
        var two = SampleHalves.discovery(ids, 2);
        var both = new boolean[ids.size()];
        for (int i = 0; i < both.length; i++) {
            both[i] = one[i] && two[i];
        }
        // A quarter, give or take five standard deviations of 43
        assertThat(inFirst(both)).isBetween(2284, 2716);
    }

    private static int inFirst(boolean[] discovery) {
        return (int)
                IntStream.range(0, discovery.length).filter(i -> discovery[i]).count();
    }
}
