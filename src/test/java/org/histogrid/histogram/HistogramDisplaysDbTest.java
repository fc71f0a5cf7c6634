package org.histogrid.histogram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.histogrid.IntegrationTest;
import org.histogrid.account.TestPeople;
import org.histogrid.dataset.DatasetDetails;
import org.histogrid.dataset.ImportSpec;
import org.histogrid.dataset.LabelingRule;
import org.histogrid.dataset.LabelingService;
import org.histogrid.dataset.TestDatasets;
import org.histogrid.dataset.TestDatasets.File;
import org.histogrid.dataset.TestNpy;
import org.histogrid.histogram.ComputedGrid.Axis;
import org.histogrid.histogram.ComputedGrid.Panel;
import org.histogrid.histogram.ComputedGrid.PanelMark;
import org.histogrid.sharing.Viewer;
import org.histogrid.stats.BinRule;
import org.histogrid.stats.Statistic;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Ten samples whose neuron 0 is 0 to 9 and whose score is a tenth of that; neuron 1 is ten times neuron 0. The first
/// four are true answers, the next four false ones, the last two have no label.
@IntegrationTest
class HistogramDisplaysDbTest {

    @Autowired
    private TestPeople people;

    @Autowired
    private TestDatasets testDatasets;

    @Autowired
    private LabelingService labelings;

    @Autowired
    private HistogramService histograms;

    private Viewer viewer;
    private DatasetDetails dataset;

    @BeforeEach
    void importTenSamples() {
        viewer = Viewer.of(people.member());
        dataset = testDatasets.imported(
                viewer,
                ImportSpec.named("Ten samples", "A model"),
                List.of(
                        new File(
                                "acts.npy", TestNpy.f32(10, 2, (sample, neuron) -> neuron == 0 ? sample : 10 * sample)),
                        File.text(
                                "labels.csv",
                                "qid,correct,score\na,1,0\nb,1,0.1\nc,1,0.2\nd,1,0.3\ne,0,0.4\nf,0,0.5\ng,0,0.6\n"
                                        + "h,0,0.7\ni,,0.8\nj,,0.9\n")));
    }

    private static HistogramSettings fourBins() {
        return HistogramSettings.DEFAULT.withBins(BinRule.Edges.of(0, 2, 4, 6, 8));
    }

    private Panel panel(HistogramSettings settings) {
        var row = new GridSpec.Row(dataset.id(), dataset.labelings().getFirst().id(), 0, List.of(0));
        return histograms
                .compute(viewer, new GridSpec(List.of(row), settings))
                .rows()
                .getFirst()
                .panels()
                .getFirst();
    }

    @Test
    void eachClassHasEdgesOfItsOwn() {
        var settings = HistogramSettings.DEFAULT.withBins(new BinRule.Count(3)).withEdgeScope(EdgeScope.CLASS);
        var panel = panel(settings);

        assertThat(panel.classes().get(0).ownEdges().orElseThrow().toArray()).containsExactly(0, 1, 2, 3);
        assertThat(panel.classes().get(0).histogram().counts()).containsExactly(1, 1, 2);
        assertThat(panel.classes().get(1).ownEdges().orElseThrow().toArray()).containsExactly(4, 5, 6, 7);
        assertThat(panel.classes().get(1).histogram().counts()).containsExactly(1, 1, 2);
        assertThat(panel.x()).isEqualTo(new Axis(0, 7));
    }

    @Test
    void stackedSharesAddUpToThoseOfAllClasses() {
        var stacked = panel(fourBins().withDisplay(Display.STACK).withStat(Statistic.DENSITY));
        var area = stacked.classes().stream()
                .flatMapToDouble(one -> Arrays.stream(one.heights()))
                .map(height -> height * 2)
                .sum();
        assertThat(area).isCloseTo(1, within(1e-12));

        var counts = panel(fourBins().withDisplay(Display.STACK));
        assertThat(counts.classes().get(0).heights()).containsExactly(2, 2, 0, 0);
        assertThat(counts.y().high()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void mirroredAndLogarithmicAxesHaveRoomForWhatIsDrawn() {
        assertThat(panel(fourBins().withDisplay(Display.MIRROR)).y()).isEqualTo(new Axis(-2, 2));
        assertThat(panel(fourBins().withLogY(true)).y()).isEqualTo(new Axis(0.5, 10));
        var density =
                panel(fourBins().withLogY(true).withStat(Statistic.DENSITY)).y();
        assertThat(density.low()).isEqualTo(0.1);
        assertThat(density.high()).isEqualTo(1);
    }

    @Test
    void ranksArePercentilesAmongTheSamplesWithAClass() {
        var settings = HistogramSettings.DEFAULT.withScale(Scale.RANK).withBins(BinRule.Edges.of(0, 25, 50, 75, 100));
        var panel = panel(settings);

        assertThat(panel.classes().get(0).histogram().counts()).containsExactly(2, 2, 0, 0);
        assertThat(panel.classes().get(1).histogram().counts()).containsExactly(0, 0, 2, 2);
        assertThat(panel.classes().get(1).histogram().n()).isEqualTo(4);
    }

    /// The 20 values of both neurons have mean 24.75.
    @Test
    void zScoresAreTakenOverAllNeuronsOfTheHookPoint() {
        var sd = Math.sqrt(IntStream.range(0, 10)
                        .mapToDouble(i -> Math.pow(i - 24.75, 2) + Math.pow(10 * i - 24.75, 2))
                        .sum()
                / 19);
        var x = panel(HistogramSettings.DEFAULT.withScale(Scale.ZSCORE)).x();

        assertThat(x.low()).isCloseTo((0 - 24.75) / sd, within(1e-12));
        assertThat(x.high()).isCloseTo((7 - 24.75) / sd, within(1e-12));
    }

    @Test
    void linesStandAtMeansMediansAndTheBestThreshold() {
        var marks = panel(fourBins().withMarkers(Set.of(MarkerKind.values()))).marks();

        assertThat(marks)
                .contains(
                        new PanelMark(MarkerKind.MEAN, Optional.of("true answer"), 1.5),
                        new PanelMark(MarkerKind.MEDIAN, Optional.of("false answer"), 5.5))
                .filteredOn(mark -> mark.kind() == MarkerKind.THRESHOLD)
                .singleElement()
                .satisfies(mark -> assertThat(mark.at()).isBetween(3.0, 4.0));
    }

    @Test
    void curvesAreInTheUnitOfTheSteps() {
        for (var stat : Statistic.values()) {
            var smooth = panel(fourBins().withSmooth(true).withStat(stat));
            for (var one : smooth.classes()) {
                var curve = one.curve().orElseThrow();
                assertThat(curve.x()[0]).isEqualTo(0);
                assertThat(curve.x()[curve.x().length - 1]).isEqualTo(8);
                assertThat(Arrays.stream(curve.heights()).max().orElseThrow())
                        .as(stat + " of " + one.name())
                        .isBetween(
                                0.3 * Arrays.stream(one.heights()).max().orElseThrow(),
                                1.5 * Arrays.stream(one.heights()).max().orElseThrow());
            }
        }
    }

    @Test
    void aThresholdPartsALabelingOnAScoreAgain() {
        var byScore =
                labelings.add(viewer, dataset.id(), "by score", new LabelingRule("score", null, 0.5, "high", "low"));
        var row = new GridSpec.Row(dataset.id(), byScore.id(), 0, List.of(0), Optional.of(0.25));
        var computed = histograms
                .compute(viewer, new GridSpec(List.of(row), fourBins()))
                .rows()
                .getFirst();

        var classes = computed.panels().getFirst().classes();
        assertThat(classes.get(0).name()).isEqualTo("high");
        assertThat(classes.get(0).histogram().n()).isEqualTo(7);
        assertThat(classes.get(1).histogram().counts()).containsExactly(2, 1, 0, 0);
        assertThat(computed.provenance().orElseThrow().rule()).isEqualTo("score >= 0.25");
        assertThat(computed.provenance().orElseThrow().classesInWords()).isEqualTo("high 7, low 3");
    }

    @Test
    void aThresholdPartsNoOtherLabeling() {
        var labeling = dataset.labelings().getFirst();
        var row = new GridSpec.Row(dataset.id(), labeling.id(), 0, List.of(0), Optional.of(0.25));
        var computed = histograms
                .compute(viewer, new GridSpec(List.of(row), fourBins()))
                .rows()
                .getFirst();

        assertThat(computed.problem())
                .contains("The labeling %s of Ten samples is not on a score, so no threshold parts it."
                        .formatted(labeling.name()));
    }
}
