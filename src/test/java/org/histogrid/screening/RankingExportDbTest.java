package org.histogrid.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.histogrid.IntegrationTest;
import org.histogrid.account.TestPeople;
import org.histogrid.base.NotFound;
import org.histogrid.dataset.DatasetDetails;
import org.histogrid.dataset.ImportSpec;
import org.histogrid.dataset.LabelingRef;
import org.histogrid.dataset.TestDatasets;
import org.histogrid.dataset.TestDatasets.File;
import org.histogrid.dataset.TestNpy;
import org.histogrid.sharing.Access;
import org.histogrid.sharing.Viewer;
import org.histogrid.sharing.Visibility;
import org.histogrid.stats.Score;
import org.histogrid.stats.Split;
import org.histogrid.tensor.OpenedFile;
import org.histogrid.tensor.Workspace;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RankingExportDbTest {

    private static final int SAMPLES = 120;
    private static final int NEURONS = 40;
    private static final int CONSTANT = 3;
    private static final String TOKEN = "=last";

    @Autowired
    private TestPeople people;

    @Autowired
    private TestDatasets datasets;

    @Autowired
    private TestScreenings screenings;

    @Autowired
    private RankingService rankings;

    @Autowired
    private RankingExport export;

    @Autowired
    private Access access;

    @TempDir
    private Path folder;

    private Viewer me;
    private DatasetDetails dataset;
    private LabelingRef labeling;

    @BeforeAll
    void imported() {
        me = Viewer.of(people.member());
        // Of two matrices one has a layer, and a name of its token that a spreadsheet would take for a formula
        var spec = new ImportSpec(
                null,
                null,
                null,
                null,
                List.of(
                        new ImportSpec.Matrix("a.npy", null, null, "mlp", 7, null, null, TOKEN, null, null, null, null),
                        new ImportSpec.Matrix(
                                "b.npy", null, null, "embed", null, null, null, "", null, null, null, null)),
                null,
                null);
        dataset = datasets.imported(
                me,
                spec,
                List.of(
                        new File("a.npy", TestNpy.f32(SAMPLES, NEURONS, RankingExportDbTest::value)),
                        new File("b.npy", TestNpy.f32(SAMPLES, NEURONS, (s, n) -> value(s, n + NEURONS))),
                        new File(
                                "labels.npy",
                                TestNpy.i8(IntStream.range(0, SAMPLES)
                                        .map(i -> i % 2)
                                        .toArray()))));
        labeling = screenings.screened(me, dataset);
    }

    private static float value(int sample, int neuron) {
        return neuron == CONSTANT ? 1 : (float) (Math.sin(sample * (neuron + 1.7)) * 10 + sample % 2 * neuron * 0.1);
    }

    private static ScoreAt score(Split split, ProfileColumn column) {
        return new ScoreAt(split, column);
    }

    /// All there is of each split, in an order that nobody would guess.
    private RankingQuery query() {
        var columns = Stream.of(Split.HELD_OUT, Split.DISCOVERY, Split.ALL)
                .flatMap(split -> ProfileColumn.ALL.reversed().stream().map(column -> score(split, column)))
                .toList();
        return new RankingQuery(
                Selection.of(labeling, Optional.empty()),
                score(Split.DISCOVERY, ProfileColumn.of(Score.AUROC)),
                RankOrder.ABS,
                List.of(),
                columns,
                5,
                3);
    }

    /// What the ranking says, as text by the names of the columns.
    private List<Map<String, String>> expected(RankingQuery query, String token) {
        return rankings.rank(me, query.page(0, 10_000)).rows().stream()
                .map(row -> {
                    var point = dataset.requireHookPoint(row.neuron().hookPoint());
                    var cells = new LinkedHashMap<String, String>();
                    cells.put("rank", String.valueOf(row.rank()));
                    cells.put("hookPoint", String.valueOf(point.id()));
                    cells.put("site", point.site());
                    cells.put("layer", point.layer() == null ? "" : String.valueOf(point.layer()));
                    cells.put("token", point.token().isEmpty() ? "" : token);
                    cells.put("neuron", String.valueOf(row.neuron().neuron()));
                    query.columns().forEach(score -> {
                        var value = row.value(score);
                        cells.put(
                                score.column().key()
                                        + switch (score.split()) {
                                            case ALL -> ".all";
                                            case DISCOVERY -> "";
                                            case HELD_OUT -> ".held-out";
                                        },
                                value.isPresent() ? String.valueOf(value.getAsDouble()) : "");
                    });
                    cells.put(
                            "outliers",
                            row.outliers().stream()
                                    .map(outlier -> outlier.type().name())
                                    .collect(Collectors.joining(";")));
                    return (Map<String, String>) cells;
                })
                .toList();
    }

    private static List<Map<String, Object>> asNumbers(List<Map<String, String>> rows) {
        return rows.stream()
                .map(row -> (Map<String, Object>) row.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, cell -> number(cell.getValue()), (a, _) -> a, LinkedHashMap::new)))
                .toList();
    }

    /// `1e-7` and `1.0E-7` are the same.
    private static Object number(String text) {
        try {
            return Double.valueOf(text);
        } catch (NumberFormatException e) {
            return text;
        }
    }

    @Test
    void csvHoldsTheWholeRanking() throws IOException {
        var out = new ByteArrayOutputStream();
        export.csv(me, query(), out);
        List<NamedCsvRecord> records;
        try (var reader = CsvReader.builder().ofNamedCsvRecord(out.toString(StandardCharsets.UTF_8))) {
            records = reader.stream().toList();
        }
        var expected = expected(query(), "'" + TOKEN);

        assertThat(records).hasSize(2 * NEURONS);
        assertThat(records.getFirst().getHeader())
                .startsWith("rank", "hookPoint", "site", "layer", "token", "neuron", "kruskalWallisLog10P.held-out")
                .contains("auroc", "auroc.held-out", "auroc.all", "mean.0.held-out")
                .endsWith("outliers")
                .containsExactlyElementsOf(expected.getFirst().keySet());
        assertThat(records.stream().map(NamedCsvRecord::getFieldsAsMap).toList())
                .isEqualTo(expected);
        // Something is missing and something is not, or nothing would be shown by this
        assertThat(expected).extracting(row -> row.get("log10P")).contains("").anyMatch(cell -> !cell.isEmpty());
        assertThat(expected).extracting(row -> row.get("outliers")).contains("").anyMatch(cell -> !cell.isEmpty());
        assertThat(expected).extracting(row -> row.get("layer")).contains("7", "");
    }

    @Test
    void parquetIsReadBackAsTheWholeRanking() throws IOException {
        var file = folder.resolve("ranking.parquet");
        try (var out = Files.newOutputStream(file)) {
            export.parquet(me, query(), out);
        }
        var rows = new ArrayList<Map<String, String>>();
        try (var opened = OpenedFile.open(file, "ranking.parquet", Workspace.in(folder.resolve("scratch")))) {
            var table = opened.entries().getFirst().table();
            var names = table.columnNames();
            table.forEachRow(names, (row, cells) -> {
                var byName = new LinkedHashMap<String, String>();
                for (var i = 0; i < names.size(); i++) {
                    byName.put(names.get(i), cells.get(i));
                }
                rows.add(byName);
            });
        }
        var expected = expected(query(), TOKEN);

        assertThat(rows.getFirst().keySet())
                .containsExactlyElementsOf(expected.getFirst().keySet());
        assertThat(asNumbers(rows)).isEqualTo(asNumbers(expected));
    }

    /// One hook point, filtered, with one column asked for twice.
    @Test
    void filtersHoldAndAColumnStandsOnce() throws IOException {
        var auroc = score(Split.ALL, ProfileColumn.of(Score.AUROC));
        var query = new RankingQuery(
                Selection.of(
                        labeling, Optional.of(dataset.hookPoints().getFirst().id())),
                auroc,
                RankOrder.DESC,
                List.of(new RankFilter.Within(auroc, 0.5, 1)),
                List.of(auroc, auroc),
                0,
                0);
        var out = new ByteArrayOutputStream();
        export.csv(me, query, out);
        var lines = out.toString(StandardCharsets.UTF_8).lines().toList();

        assertThat(lines.getFirst()).isEqualTo("rank,hookPoint,site,layer,token,neuron,auroc,outliers");
        assertThat(lines).hasSize(rankings.rank(me, query).matching() + 1).hasSizeBetween(2, NEURONS);
        assertThat(lines.stream()
                        .skip(1)
                        .map(line -> Double.parseDouble(line.split(",", -1)[6]))
                        .toList())
                .isSortedAccordingTo((a, b) -> Double.compare(b, a))
                .allMatch(value -> value >= 0.5);
    }

    /// A file that ends too early must not look whole: its last bytes are what readers look for first.
    @Test
    void whatFailsMidwayHasNoEnd() {
        var written = new ByteArrayOutputStream();
        var full = new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                write(new byte[] {(byte) one}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                if (written.size() + length > 2_000) {
                    throw new IOException("Nobody reads any more");
                }
                written.write(bytes, from, length);
            }
        };
        assertThatThrownBy(() -> export.parquet(me, query(), full))
                .isInstanceOf(IOException.class)
                .hasMessage("Nobody reads any more");
        var bytes = written.toByteArray();
        assertThat(Arrays.copyOf(bytes, 4)).asString(StandardCharsets.US_ASCII).isEqualTo("PAR1");
        assertThat(new String(bytes, 4, bytes.length - 4, StandardCharsets.ISO_8859_1))
                .doesNotContain("PAR1");
        assertThatThrownBy(() -> export.csv(me, query(), full)).isInstanceOf(IOException.class);
    }

    @Test
    void whatMayNotBeSeenIsNotFoundAndNothingIsWritten() {
        access.changeVisibility(me, dataset.id().asThing(), Visibility.PRIVATE);
        var colleague = Viewer.of(people.member());
        var out = new ByteArrayOutputStream();
        assertThatThrownBy(() -> export.csv(colleague, query(), out)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> export.parquet(colleague, query(), out)).isInstanceOf(NotFound.class);
        assertThat(out.size()).isZero();
    }
}
