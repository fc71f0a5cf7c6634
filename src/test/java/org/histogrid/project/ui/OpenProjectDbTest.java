package org.histogrid.project.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManagerFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.histogrid.IntegrationTest;
import org.histogrid.account.LoggedIn;
import org.histogrid.account.TestPeople;
import org.histogrid.base.BadInput;
import org.histogrid.dataset.DatasetService;
import org.histogrid.dataset.ImportSpec;
import org.histogrid.dataset.LabelingRule;
import org.histogrid.dataset.LabelingService;
import org.histogrid.dataset.TestDatasets;
import org.histogrid.dataset.TestNpy;
import org.histogrid.figure.FigureFormat;
import org.histogrid.figure.FigureOptions;
import org.histogrid.project.ProjectContent;
import org.histogrid.project.ProjectDetails;
import org.histogrid.project.ProjectFigures;
import org.histogrid.project.ProjectRow;
import org.histogrid.project.ProjectService;
import org.histogrid.screening.TestScreenings;
import org.histogrid.sharing.Viewer;
import org.histogrid.stats.Statistic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Ten samples with the scores 0 to 0.9, labelled by whether the score is 0.5 at least.
@IntegrationTest
class OpenProjectDbTest {

    private static final float[] VALUES = {5, 1, 8, 2, 9, 3, 7, 0, 6, 4};

    /// Of 25 pairs of samples from both sides of 0.5, 10 are in order; of 21 from both sides of 0.25, as well.
    private static final String AS_STORED = "AUROC 0.4,";

    private static final String MOVED = "AUROC 0.476,";

    private static final Map<String, List<String>> FROM_A_QUARTER = Map.of("threshold", List.of("rouge:0.25"));

    private static final FigureOptions WITH_SCORES = FigureOptions.DEFAULT.showing(true, false, true, true);

    @Autowired
    private TestPeople people;

    @Autowired
    private TestDatasets testDatasets;

    @Autowired
    private DatasetService datasets;

    @Autowired
    private LabelingService labelings;

    @Autowired
    private ProjectService projects;

    @Autowired
    private ProjectFigures figures;

    @Autowired
    private TestScreenings screenings;

    @Autowired
    private OpenProject.Factory opens;

    @Autowired
    private EntityManagerFactory entities;

    private Viewer owner;
    private ProjectDetails project;

    @BeforeEach
    void projectOnAScore() {
        var member = people.member();
        owner = Viewer.of(member);
        var dataset = testDatasets.imported(
                owner,
                ImportSpec.named("Scored run of " + member.name(), "A model"),
                List.of(
                        new TestDatasets.File("acts.npy", TestNpy.f32(10, 2, (sample, _) -> VALUES[sample])),
                        TestDatasets.File.text(
                                "labels.csv",
                                "qid,correct,rouge\na,1,0\nb,1,0.1\nc,1,0.2\nd,1,0.3\ne,0,0.4\nf,0,0.5\ng,0,0.6\n"
                                        + "h,0,0.7\ni,0,0.8\nj,1,0.9\n")));
        var onScore =
                labelings.add(owner, dataset.id(), "rouge", new LabelingRule("rouge", null, 0.5, "true", "false"));
        // Statements are counted below, whoever they are of
        screenings.awaitIdle();
        var row = new ProjectRow(dataset.id(), onScore.id(), 0, "A row", List.of(0));
        project = projects.create(owner, ProjectContent.empty("Scored").withRows(List.of(row)));
        LoggedIn.as(member);
    }

    @AfterEach
    void logOut() {
        LoggedIn.nobody();
    }

    private OpenProject open() {
        return opens.open(project.id());
    }

    private OpenProject linked(Map<String, List<String>> query) {
        var open = open();
        open.follow(query, Optional.empty());
        return open;
    }

    private String figure(OpenProject open, FigureFormat format, FigureOptions options) {
        var file = figures.make(owner, project.id(), open.shown(), format, options);
        return new String(file.bytes(), StandardCharsets.UTF_8);
    }

    private long statements(Runnable work) {
        var statistics = statistics();
        statistics.setStatisticsEnabled(true);
        statistics.clear();
        try {
            work.run();
            return statistics.getPrepareStatementCount();
        } finally {
            statistics.setStatisticsEnabled(false);
        }
    }

    private Statistics statistics() {
        return entities.unwrap(SessionFactory.class).getStatistics();
    }

    private static List<Long> samples(OpenProject open) {
        return open.grid().rows().getFirst().panels().getFirst().classes().stream()
                .map(one -> one.histogram().n())
                .toList();
    }

    @Test
    void scoresOfAFigureAreThoseOfTheClassesItShows() {
        assertThat(figure(linked(Map.of()), FigureFormat.SVG, WITH_SCORES)).contains(AS_STORED);

        var moved = linked(FROM_A_QUARTER);
        assertThat(samples(moved)).containsExactly(7L, 3L);
        assertThat(figure(moved, FigureFormat.SVG, WITH_SCORES)).contains(MOVED).doesNotContain(AS_STORED);
        assertThat(figure(moved, FigureFormat.PY, WITH_SCORES)).contains(MOVED);

        moved.become(moved.look().asStored("rouge"));
        assertThat(figure(moved, FigureFormat.SVG, WITH_SCORES)).contains(AS_STORED);
    }

    @Test
    void scoresAreReadOnlyForFormatsThatShowThem() {
        var open = linked(FROM_A_QUARTER);
        var without = FigureOptions.DEFAULT;
        for (var format : List.of(FigureFormat.TXT, FigureFormat.CSV, FigureFormat.JSON)) {
            assertThat(statements(() -> figure(open, format, WITH_SCORES)))
                    .as(format.name())
                    .isEqualTo(statements(() -> figure(open, format, without)));
        }
        assertThat(statements(() -> figure(open, FigureFormat.SVG, WITH_SCORES)))
                .isGreaterThan(statements(() -> figure(open, FigureFormat.SVG, without)));
    }

    @Test
    void addressIsShownByOneComputation() {
        assertThat(statements(this::open)).isEqualTo(statements(() -> projects.find(owner, project.id())));
        linked(FROM_A_QUARTER);
        var moved = statements(() -> linked(FROM_A_QUARTER));
        var more = statements(() ->
                linked(Map.of("threshold", List.of("rouge:0.25"), "stat", List.of("density"), "bins", List.of("7"))));
        assertThat(more).isEqualTo(moved).isPositive();

        var open = linked(FROM_A_QUARTER);
        assertThat(statements(open::grid)).isZero();
    }

    @Test
    void addressWithSettingsThereAreNoneOfShowsTheRestOfIt() {
        var open = open();
        assertThatThrownBy(() -> open.follow(
                        Map.of("threshold", List.of("rouge:0.25"), "stat", List.of("mean")), Optional.empty()))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("stat is one of");
        assertThat(samples(open)).containsExactly(7L, 3L);
        assertThat(open.draft().content().settings().stat()).isEqualTo(Statistic.COUNT);
    }

    @Test
    void datasetsAreAskedOnceWhileTheRowsStay() {
        var open = linked(FROM_A_QUARTER);
        open.become(open.look().parting("rouge", 0.35));
        var details = statements(() -> datasets.findAll(
                owner, List.of(project.content().rows().getFirst().dataset())));
        assertThat(details).isPositive();
        assertThat(statements(open::scores)).isZero();

        var cuts = Map.of(open.scores().get("rouge").getFirst().labeling().id(), 0.45);
        var preview = statements(() -> projects.preview(owner, project.id(), project.content(), cuts));
        assertThat(statements(() -> open.become(open.look().parting("rouge", 0.45))))
                .isEqualTo(preview);
    }

    @Test
    void datasetsAreAskedAgainForOtherRows() {
        var open = linked(Map.of());
        assertThat(open.scores()).containsOnlyKeys("rouge");
        var row = project.content().rows().getFirst();
        var lenient =
                labelings.add(owner, row.dataset(), "lenient", new LabelingRule("rouge", null, 0.25, "true", "false"));
        open.become(open.draft().edited(project.content().withRows(List.of(row.withLabeling(lenient.id())))));
        assertThat(open.scores()).containsOnlyKeys("lenient");
    }
}
