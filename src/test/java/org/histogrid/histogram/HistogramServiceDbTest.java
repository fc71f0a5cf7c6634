package org.histogrid.histogram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.histogrid.IntegrationTest;
import org.histogrid.account.TestPeople;
import org.histogrid.base.BadInput;
import org.histogrid.dataset.DatasetDetails;
import org.histogrid.dataset.ImportSpec;
import org.histogrid.dataset.TestDatasets;
import org.histogrid.dataset.TestDatasets.File;
import org.histogrid.dataset.TestNpy;
import org.histogrid.histogram.ComputedGrid.Panel;
import org.histogrid.sharing.Access;
import org.histogrid.sharing.Viewer;
import org.histogrid.sharing.Visibility;
import org.histogrid.stats.BinRange;
import org.histogrid.stats.BinRule;
import org.histogrid.stats.Statistic;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Ten samples of four neurons whose histograms are counted by hand. Neuron 0 is 0 to 9, neuron 1 ten times that,
/// neuron 2 is constant, neuron 3 holds NaN and infinities. The first four samples are true answers, the next four
/// false ones, the last two have no label.
@IntegrationTest
class HistogramServiceDbTest {

    private static final float[] SPECIAL = {
        Float.NaN, 1, 2, Float.POSITIVE_INFINITY, 3, 4, Float.NEGATIVE_INFINITY, 5, 100, Float.NaN
    };

    @Autowired
    private TestPeople people;

    @Autowired
    private TestDatasets testDatasets;

    @Autowired
    private HistogramService histograms;

    @Autowired
    private Access access;

    private Viewer viewer;
    private DatasetDetails dataset;

    @BeforeEach
    void importTenSamples() {
        viewer = Viewer.of(people.member());
        dataset = testDatasets.imported(
                viewer,
                ImportSpec.named("Ten samples", "A model"),
                List.of(
                        new File("acts.npy", TestNpy.f32(10, 4, HistogramServiceDbTest::value)),
                        File.text("labels.csv", "qid,correct\na,1\nb,1\nc,1\nd,1\ne,0\nf,0\ng,0\nh,0\ni,\nj,\n")));
    }

    private static float value(int sample, int neuron) {
        return switch (neuron) {
            case 0 -> sample;
            case 1 -> 10 * sample;
            case 2 -> 7;
            default -> SPECIAL[sample];
        };
    }

    private GridSpec.Row row(Integer... neurons) {
        return new GridSpec.Row(dataset.id(), dataset.labelings().getFirst().id(), 0, List.of(neurons));
    }

    private ComputedGrid compute(HistogramSettings settings, GridSpec.Row... rows) {
        return histograms.compute(viewer, new GridSpec(List.of(rows), settings));
    }

    private static HistogramSettings bins(int bins) {
        return HistogramSettings.DEFAULT.withBins(new BinRule.Count(bins));
    }

    private static Panel panel(ComputedGrid grid, int row, int column) {
        return grid.rows().get(row).panels().get(column);
    }

    private static long[] counts(Panel panel, int ofClass) {
        return panel.classes().get(ofClass).histogram().counts();
    }

    private static double[] edges(Panel panel) {
        return panel.edges().orElseThrow().toArray();
    }

    @Test
    void countsClassesOverCommonEdgesAndLeavesUnlabelledSamplesOut() {
        var panel = panel(compute(bins(7), row(0)), 0, 0);

        assertThat(edges(panel)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
        assertThat(counts(panel, 0)).containsExactly(1, 1, 1, 1, 0, 0, 0);
        assertThat(counts(panel, 1)).containsExactly(0, 0, 0, 0, 1, 1, 2);
    }

    @Test
    void edgesAreCommonOverTheirScope() {
        var byPanel = compute(bins(7), row(0, 1));
        assertThat(edges(panel(byPanel, 0, 1))).containsExactly(0, 10, 20, 30, 40, 50, 60, 70);

        var byRow = compute(bins(7).withEdgeScope(EdgeScope.ROW), row(0, 1), row(0));
        assertThat(edges(panel(byRow, 0, 0))).isEqualTo(edges(panel(byRow, 0, 1)));
        assertThat(counts(panel(byRow, 0, 0), 1)).containsExactly(4, 0, 0, 0, 0, 0, 0);
        assertThat(edges(panel(byRow, 1, 0))).endsWith(7);

        var byColumn = compute(bins(7).withEdgeScope(EdgeScope.COLUMN), row(0, 1), row(1, 0));
        assertThat(edges(panel(byColumn, 0, 0))).isEqualTo(edges(panel(byColumn, 1, 0)));
        assertThat(edges(panel(byColumn, 0, 1))).endsWith(70);

        var byGrid = compute(bins(7).withEdgeScope(EdgeScope.GRID), row(0), row(1));
        assertThat(edges(panel(byGrid, 0, 0)))
                .isEqualTo(edges(panel(byGrid, 1, 0)))
                .endsWith(70);
    }

    @Test
    void heightAxesAreSharedAsSetAndEndAtWholeNumbers() {
        var rows = new GridSpec.Row[] {row(0, 2), row(0)};

        var none = compute(bins(7).withShares(AxisShare.NONE, AxisShare.NONE), rows);
        assertThat(panel(none, 0, 0).y().high()).isEqualTo(2);
        assertThat(panel(none, 0, 1).y().high()).isEqualTo(4);

        var row = compute(bins(7), rows);
        assertThat(panel(row, 0, 0).y()).isEqualTo(panel(row, 0, 1).y());
        assertThat(panel(row, 1, 0).y().high()).isEqualTo(2);

        var grid = compute(bins(7).withShares(AxisShare.GRID, AxisShare.GRID), rows);
        assertThat(panel(grid, 1, 0).y().high()).isEqualTo(4);
        assertThat(panel(grid, 1, 0).x()).isEqualTo(panel(grid, 0, 1).x());
    }

    @Test
    void countsNeverGetAnAxisThatEndsBetweenTwoWholeNumbers() {
        var eleven = testDatasets.small(viewer, "Eleven", 33, 2);
        var row = new GridSpec.Row(eleven.id(), eleven.labelings().getFirst().id(), 0, List.of(0));
        var range = new BinRange.Between(0, 10.5);

        var counts = compute(bins(1).withRange(range), row);
        assertThat(counts(panel(counts, 0, 0), 0)).containsExactly(11);
        assertThat(panel(counts, 0, 0).y().high()).isEqualTo(15);
    }

    @Test
    void valuesOutsideAreCountedApart() {
        var grid = compute(bins(2).withRange(new BinRange.Between(2, 4)), row(3));
        var panel = panel(grid, 0, 0);
        var histogram = panel.classes().getFirst().histogram();

        assertThat(histogram.n()).isEqualTo(4);
        assertThat(histogram.nan()).isEqualTo(1);
        assertThat(histogram.posInf()).isEqualTo(1);
        assertThat(histogram.below()).isEqualTo(1);
        assertThat(counts(panel, 0)).containsExactly(1, 0);
        assertThat(panel.classes().getLast().histogram().above()).isEqualTo(1);
        assertThat(counts(panel, 1)).containsExactly(0, 2);
    }

    @Test
    void constantNeuronGetsHalfToEachSide() {
        assertThat(edges(panel(compute(bins(1), row(2)), 0, 0))).containsExactly(6.5, 7.5);
    }

    @Test
    void densityOfEachClassIntegratesToOneAndCumulativeEndsThere() {
        var density = panel(compute(bins(5).withStat(Statistic.DENSITY), row(1)), 0, 0);
        density.classes()
                .forEach(one -> assertThat(Arrays.stream(one.heights()).sum() * 14)
                        .isCloseTo(1, org.assertj.core.api.Assertions.within(1e-12)));

        var cumulative = panel(compute(bins(5).withStat(Statistic.CUMULATIVE), row(1)), 0, 0);
        assertThat(cumulative.y().high()).isEqualTo(1);
        cumulative.classes().forEach(one -> assertThat(one.heights()).endsWith(1));
    }

    @Test
    void neuronsThatAreNotRecordedSaySoAndLeaveTheOthers() {
        var grid = compute(bins(7), row(0, 99));
        assertThat(panel(grid, 0, 0).problem()).isEmpty();
        assertThat(panel(grid, 0, 1).problem())
                .hasValue("Neuron 99 is not recorded here: this hook point holds 0 to 3.");
    }

    @Test
    void whoMayNotSeeTheDatasetGetsNoNumbers() {
        access.changeVisibility(viewer, dataset.id().asThing(), Visibility.PRIVATE);
        var stranger = Viewer.of(people.member());
        compute(bins(7), row(0));
        var row = histograms
                .compute(stranger, new GridSpec(List.of(row(0)), bins(7)))
                .rows()
                .getFirst();
        assertThat(row.problem()).isPresent();
        assertThat(row.provenance()).isEqualTo(Optional.empty());
        assertThat(row.panels().getFirst().classes()).isEmpty();
    }

    @Test
    void provenanceNamesEverythingTheNumbersRestOn() {
        assertThat(compute(bins(7), row(0))
                        .rows()
                        .getFirst()
                        .provenance()
                        .orElseThrow()
                        .inWords())
                .startsWith("Ten samples")
                .contains("labeling correct")
                .contains("n = 8")
                .endsWith("7 bins");
    }

    @Test
    void tooLargeGridsAreRefusedInASentence() {
        var many = java.util.stream.IntStream.range(0, 41).mapToObj(i -> row(0)).toList();
        assertThatThrownBy(() -> new GridSpec(many, bins(7)))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("40 rows");
    }
}
