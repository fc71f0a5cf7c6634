package org.histogrid.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Arrays;
import org.histogrid.IntegrationTest;
import org.histogrid.account.AccountService;
import org.histogrid.account.DemoTeam;
import org.histogrid.dataset.DatasetService;
import org.histogrid.dataset.LabelClass;
import org.histogrid.histogram.ComputedGrid;
import org.histogrid.project.ProjectService;
import org.histogrid.sharing.Viewer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

@IntegrationTest
@TestPropertySource(properties = "histogrid.demo=true")
class DemoDbTest {

    @Autowired
    private AccountService accounts;

    @Autowired
    private DatasetService datasets;

    @Autowired
    private ProjectService projects;

    @Test
    void showsThePublishedFigureToEveryMember() {
        var viewer = Viewer.of(accounts.findByName(DemoTeam.COLLEAGUE.account()).orElseThrow());
        assertThat(datasets.search(viewer, "synthetic", 0, 10).items())
                .hasSize(3)
                .allSatisfy(dataset -> {
                    assertThat(dataset.samples()).isEqualTo(18_000);
                    assertThat(dataset.classes().getFirst().count()).isBetween(12_300, 12_500);
                });

        var project = projects.search(viewer, "True and false answers").getFirst();
        var content = projects.find(viewer, project.id()).content();
        assertThat(content.rows())
                .extracting("label", "neurons")
                .containsExactly(
                        tuple("LLaMA-2-7B", java.util.List.of(2021, 149, 3556, 2672)),
                        tuple("LLaMA-3-8B", java.util.List.of(1917, 4055, 3795, 3939)),
                        tuple("Gemma-7B", java.util.List.of(2944, 96, 156, 23)));

        assertThat(content.rows()).allSatisfy(row -> {
            var dataset = datasets.find(viewer, row.dataset());
            var byScore = dataset.labeling(row.labeling()).orElseThrow();
            assertThat(byScore.isOnScore()).isTrue();
            assertThat(byScore.classes())
                    .extracting(LabelClass::count)
                    .isEqualTo(dataset.labelings().getFirst().classes().stream()
                            .map(LabelClass::count)
                            .toList());
        });

        var grid = projects.grid(viewer, project.id());
        assertThat(grid.rows())
                .flatExtracting(ComputedGrid.Row::panels)
                .hasSize(12)
                .allSatisfy(panel -> {
                    assertThat(panel.y()).isEqualTo(new ComputedGrid.Axis(0, 1000));
                    assertThat(panel.edges().orElseThrow().bins()).isEqualTo(100);
                });
        var outlier = grid.rows().getFirst().panels().get(2);
        var heights = outlier.classes().getFirst().heights();
        var highest = Arrays.stream(heights).max().orElseThrow();
        var at = outlier.edges()
                .orElseThrow()
                .edge(java.util.stream.IntStream.range(0, 100)
                        .filter(bin -> heights[bin] == highest)
                        .findFirst()
                        .orElseThrow());
        assertThat(highest).isBetween(850.0, 1000.0);
        assertThat(at).isBetween(-31.0, -25.0);
    }

    @Test
    void countsFollowTheSharesOfTheFigure() {
        var panel = SeedFigure.load().of("Gemma-7B").getFirst();
        var counts = FigureNeuron.apportion(panel.trueShares(), 12_402);
        assertThat(Arrays.stream(counts).sum()).isEqualTo(12_402);
        for (var bin = 0; bin < 100; bin++) {
            assertThat((double) counts[bin])
                    .isCloseTo(panel.trueShares()[bin] * 12_402, org.assertj.core.data.Offset.offset(1.6));
        }
    }
}
