package org.histogrid.bench;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.histogrid.dataset.ActivationService;
import org.histogrid.dataset.NeuronRef;
import org.histogrid.histogram.ComputedGrid;
import org.histogrid.histogram.HistogramService;
import org.histogrid.project.ProjectContent;
import org.histogrid.project.ProjectRow;
import org.histogrid.project.ProjectService;
import org.histogrid.project.ui.ChartDocuments;
import org.histogrid.sharing.Viewer;
import org.histogrid.stats.ActivationCodec;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/// The demo's grid of 12 panels x 18,000 samples, from PostgreSQL to the documents of the charts, beside `width_bucket`
/// in SQL over a table with one row a value. What was computed before is forgotten in each round.
public final class GridBench {

    private static final int ROUNDS = 60;
    private static final int BINS = 100;

    private final ProjectService projects;
    private final HistogramService histograms;
    private final ActivationService activations;
    private final DataSource dataSource;
    private final Viewer viewer;

    private GridBench(BenchApplication application) {
        projects = application.bean(ProjectService.class);
        histograms = application.bean(HistogramService.class);
        activations = application.bean(ActivationService.class);
        dataSource = application.bean(DataSource.class);
        viewer = application.viewer();
    }

    public static void main(String[] arguments) throws Exception {
        boolean reached;
        try (var application = new BenchApplication()) {
            reached = new GridBench(application).run();
        }
        if (!reached) {
            throw new IllegalStateException("The grid is slower than promised");
        }
    }

    private boolean run() throws SQLException, java.io.IOException {
        var project =
                projects.search(viewer, "True and false answers").getFirst().id();
        var content = projects.find(viewer, project).content();
        fillLongTable(content);
        var grid = projects.grid(viewer, project);
        compareCounts(grid);
        var documents = ChartDocuments.of(grid);
        System.out.printf(
                Locale.ROOT,
                "%d panels, %,d bytes of chart documents%n",
                documents.size(),
                documents.stream()
                        .mapToInt(text -> text.getBytes(StandardCharsets.UTF_8).length)
                        .sum());

        var rounds = new Rounds(ROUNDS)
                .warmUp(40)
                .add("PostgreSQL to chart documents", () -> {
                    histograms.forget();
                    return ChartDocuments.of(projects.grid(viewer, project));
                })
                .add("remembered grid to chart documents", () -> ChartDocuments.of(projects.grid(viewer, project)));
        System.out.println(rounds.run().table(""));
        var sql = new Rounds(7).warmUp(1).add("width_bucket, one row a value", () -> bucketsInSql(grid));
        System.out.println(sql.run().table(""));

        var cold = rounds.p50("PostgreSQL to chart documents");
        var ok = Ratio.atMost(15, "12 panels x 18,000 samples, p50 in ms", cold);
        return Ratio.atLeast(20, "grid against width_bucket in SQL", sql.p50("width_bucket, one row a value") / cold)
                && ok;
    }

    private void fillLongTable(ProjectContent content) throws SQLException, java.io.IOException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create table bench_value (panel integer, sample integer, class smallint, value float8)");
            try (var out = new PGCopyOutputStream(
                    connection.unwrap(PGConnection.class), "copy bench_value from stdin (format csv)", 1 << 20)) {
                var panel = 0;
                for (var row : content.rows()) {
                    var classOf = activations
                            .labels(viewer, row.dataset(), row.labeling())
                            .classOf();
                    for (var neuron : row.neurons()) {
                        write(out, panel++, classOf, values(row, neuron));
                    }
                }
            }
            statement.execute("create index on bench_value (panel)");
            statement.execute("vacuum analyze bench_value");
        }
    }

    private double[] values(ProjectRow row, int neuron) {
        var ref = new NeuronRef(row.dataset(), row.hookPoint(), neuron);
        var found = activations.read(viewer, List.of(ref)).get(ref);
        return ActivationCodec.decode(found.payload(), found.encoding());
    }

    private static void write(PGCopyOutputStream out, int panel, byte[] classOf, double[] values)
            throws java.io.IOException {
        var lines = new StringBuilder();
        for (var i = 0; i < values.length; i++) {
            lines.append(panel)
                    .append(',')
                    .append(i)
                    .append(',')
                    .append(classOf[i])
                    .append(',')
                    .append(values[i])
                    .append('\n');
        }
        out.write(lines.toString().getBytes(StandardCharsets.US_ASCII));
    }

    private static final String BUCKETS = """
            select panel, class, least(width_bucket(value, lo, hi, %d), %d) as bin, count(*)
            from bench_value join unnest(?::integer[], ?::float8[], ?::float8[]) as edge (panel, lo, hi) using (panel)
            group by 1, 2, 3
            """.formatted(BINS, BINS);

    private long[][][] bucketsInSql(ComputedGrid grid) throws SQLException {
        var panels = panels(grid);
        var counts = new long[panels.size()][2][BINS];
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement(BUCKETS)) {
            bind(connection, query, panels);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    counts[rows.getInt(1)][rows.getInt(2)][rows.getInt(3) - 1] = rows.getLong(4);
                }
            }
        }
        return counts;
    }

    private static void bind(Connection connection, java.sql.PreparedStatement query, List<ComputedGrid.Panel> panels)
            throws SQLException {
        var ids = new ArrayList<Integer>();
        var lows = new ArrayList<Double>();
        var highs = new ArrayList<Double>();
        for (var panel : panels) {
            ids.add(ids.size());
            lows.add(panel.edges().orElseThrow().low());
            highs.add(panel.edges().orElseThrow().high());
        }
        query.setArray(1, connection.createArrayOf("integer", ids.toArray()));
        query.setArray(2, connection.createArrayOf("float8", lows.toArray()));
        query.setArray(3, connection.createArrayOf("float8", highs.toArray()));
    }

    /// SQL bins by arithmetic and does not look at the edges, so values on an edge may fall beside it; the bench only
    /// makes sure that both count the same samples.
    private void compareCounts(ComputedGrid grid) throws SQLException {
        var sql = bucketsInSql(grid);
        var panels = panels(grid);
        var differing = 0L;
        for (var p = 0; p < panels.size(); p++) {
            for (var c = 0; c < 2; c++) {
                var counts = panels.get(p).classes().get(c).histogram().counts();
                for (var b = 0; b < BINS; b++) {
                    differing += Math.abs(counts[b] - sql[p][c][b]);
                }
            }
        }
        System.out.printf(Locale.ROOT, "SQL puts %d of 216,000 values into another bin%n", differing / 2);
    }

    private static List<ComputedGrid.Panel> panels(ComputedGrid grid) {
        return grid.rows().stream().flatMap(row -> row.panels().stream()).toList();
    }
}
