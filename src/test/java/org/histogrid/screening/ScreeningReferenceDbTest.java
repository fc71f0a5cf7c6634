package org.histogrid.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.histogrid.IntegrationTest;
import org.histogrid.account.TestPeople;
import org.histogrid.dataset.DatasetDetails;
import org.histogrid.dataset.ImportSpec;
import org.histogrid.dataset.LabelingRef;
import org.histogrid.dataset.TestDatasets;
import org.histogrid.dataset.TestDatasets.File;
import org.histogrid.sharing.Viewer;
import org.histogrid.stats.Score;
import org.histogrid.stats.Split;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What comes out at the end, after import, job and storage, beside numpy, scipy and scikit-learn.
@IntegrationTest
class ScreeningReferenceDbTest {

    private static final String FOLDER = "/org/histogrid/stats/";
    private static final List<ScoreAt> COLUMNS = Arrays.stream(Split.values())
            .flatMap(split -> ProfileColumn.ALL.stream().map(column -> new ScoreAt(split, column)))
            .toList();

    @Autowired
    private TestPeople people;

    @Autowired
    private TestDatasets datasets;

    @Autowired
    private TestScreenings screenings;

    @Autowired
    private RankingService rankings;

    private static byte[] bytes(String name) throws IOException {
        try (var in = ScreeningReferenceDbTest.class.getResourceAsStream(FOLDER + name)) {
            return Optional.ofNullable(in).orElseThrow().readAllBytes();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"f4", "f2"})
    void storedScoresAreThoseOfTheReference(String dtype) throws IOException {
        var me = Viewer.of(people.member());
        var dataset = imported(me, dtype);
        var labeling = screenings.screened(me, dataset);
        var expected =
                JsonMapper.shared().readTree(bytes("scores_" + dtype + ".json")).get("neurons");
        var ranking = rankings.rank(me, all(labeling));

        assertThat(ranking.rows()).hasSize(expected.size());
        assertThat(ranking.tested()).isEqualTo((int) IntStream.range(0, expected.size())
                .filter(i -> !expected.get(i).get("log10P").isNull())
                .count());
        for (var row : ranking.rows()) {
            isTheReference(row, expected.get(row.neuron().neuron()));
            halvesAddUp(row);
        }
    }

    private DatasetDetails imported(Viewer me, String dtype) throws IOException {
        var values = new LinkedHashMap<String, List<String>>();
        values.put("first", List.of("1"));
        values.put("second", List.of("0"));
        var spec = new ImportSpec(
                "Reference " + dtype,
                "M",
                null,
                null,
                null,
                null,
                List.of(new ImportSpec.Labels("label", "labels.npy", null, null, null, values, null, null, null)));
        return datasets.imported(
                me,
                spec,
                List.of(
                        new File("acts.npy", bytes("matrix_" + dtype + ".npy")),
                        new File("labels.npy", bytes("labels.npy"))));
    }

    private static RankingQuery all(LabelingRef labeling) {
        return new RankingQuery(
                Selection.of(labeling, Optional.empty()),
                new ScoreAt(Split.ALL, ProfileColumn.of(Score.AUROC)),
                RankOrder.ABS,
                List.of(),
                COLUMNS,
                0,
                100);
    }

    private static void isTheReference(RankedNeuron row, JsonNode expected) {
        for (var score : Score.values()) {
            var value = row.value(new ScoreAt(Split.ALL, ProfileColumn.of(score)));
            if (expected.get(score.key()).isNull()) {
                assertThat(value).as(score.key()).isEmpty();
            } else {
                var of = expected.get(score.key()).asDouble();
                assertThat(value).as(score.key()).hasValueCloseTo(of, within(tolerance(score, of)));
            }
        }
        if (!expected.get("q").isNull()) {
            assertThat(row.value(new ScoreAt(Split.ALL, ProfileColumn.Q)))
                    .hasValueCloseTo(
                            expected.get("q").asDouble(),
                            within(1e-7 * expected.get("q").asDouble()));
        }
        for (var of = 0; of < 2; of++) {
            var summary = expected.get("classes").get(of);
            for (var key : List.of("n", "mean", "sd", "min", "max", "median")) {
                if (!summary.get(key).isNull()) {
                    var number = summary.get(key).asDouble();
                    assertThat(row.value(new ScoreAt(Split.ALL, ProfileColumn.ofClass(key, of))))
                            .as("%s of class %d", key, of)
                            .hasValueCloseTo(number, within(Math.max(1e-12 * Math.abs(number), 1e-14)));
                }
            }
        }
    }

    private static double tolerance(Score score, double expected) {
        return switch (score) {
            case AUROC_LOW, AUROC_HIGH -> 1e-9;
            case LOG10_P -> 1e-8 * Math.abs(expected);
            case SKEWNESS -> Math.max(1e-12 * Math.abs(expected), 5e-13);
            default -> Math.max(1e-12 * Math.abs(expected), 1e-14);
        };
    }

    private static void halvesAddUp(RankedNeuron row) {
        for (var score : List.of(Score.N, Score.NAN, Score.POS_INF, Score.NEG_INF)) {
            var column = ProfileColumn.of(score);
            assertThat(row.value(new ScoreAt(Split.DISCOVERY, column)).orElseThrow()
                            + row.value(new ScoreAt(Split.HELD_OUT, column)).orElseThrow())
                    .as(score.key())
                    .isEqualTo(row.value(new ScoreAt(Split.ALL, column)).orElseThrow());
        }
    }
}
