package org.histogrid.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FileSeriesTest {

    @Test
    void batchesOfALayerAreOneSeriesInNaturalOrder() {
        var names = List.of("layer_3_0.pt", "layer_3_100.pt", "layer_3_25.pt", "layer_10_0.pt", "layer_10_25.pt");

        var groups = FileSeries.groups(names);

        assertThat(groups)
                .containsExactly(
                        List.of("layer_3_0.pt", "layer_3_25.pt", "layer_3_100.pt"),
                        List.of("layer_10_0.pt", "layer_10_25.pt"));
        assertThat(FileSeries.of(groups.getFirst(), names))
                .contains(new FileSeries("layer_3_*.pt", List.of("layer_3_0.pt", "layer_3_25.pt", "layer_3_100.pt")));
    }

    @Test
    void filesThatDifferInTheirLayerOnlyAreNoSeries() {
        assertThat(FileSeries.groups(List.of("run/layer_1.npy", "run/layer_2.npy")))
                .containsExactly(List.of("run/layer_1.npy"), List.of("run/layer_2.npy"));
    }

    @Test
    void thePartsOfNamesAreWholeWords() {
        var names = List.of("a.zip/act_10.npy", "a.zip/act_11.npy", "a.zip/act_12.npy");

        var series = FileSeries.of(names, names).orElseThrow();

        assertThat(series.pattern()).isEqualTo("a.zip/act_*.npy");
        assertThat(series.parts()).containsExactly("10", "11", "12");
    }

    @Test
    void aPatternThatWouldTakeInOtherFilesIsNone() {
        assertThat(FileSeries.of(
                        List.of("act_1.npy", "act_2.npy"), List.of("act_1.npy", "act_2.npy", "act_labels.npy")))
                .isEmpty();
    }

    @Test
    void idsMayStandInNames() {
        var names = List.of("act_qb-17.npy", "act_sfq_3.npy", "act_tc-9.npy");

        assertThat(FileSeries.of(names, names).orElseThrow().parts()).containsExactly("qb-17", "sfq_3", "tc-9");
    }

    @Test
    void theStemIsTheNameWithoutFoldersAndEnding() {
        assertThat(FileSeries.stem("acts.zip/run/layer_3.npy")).isEqualTo("layer_3");
        assertThat(FileSeries.stem("acts.csv.gz")).isEqualTo("acts");
        assertThat(FileSeries.stem("blocks.3.hook_resid_post.npy")).isEqualTo("blocks.3.hook_resid_post");
    }
}
