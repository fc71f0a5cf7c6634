package org.histogrid.bench;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.histogrid.dataset.ActivationService;
import org.histogrid.dataset.DatasetService;
import org.histogrid.dataset.NeuronRef;
import org.histogrid.figure.ChartDocuments;
import org.histogrid.histogram.ComputedGrid;
import org.histogrid.histogram.HistogramService;
import org.histogrid.project.ProjectContent;
import org.histogrid.project.ProjectRow;
import org.histogrid.project.ProjectService;
import org.histogrid.sharing.Viewer;
import org.histogrid.stats.ActivationCodec;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/// The demo's grid of 12 panels x 18,000 samples, from PostgreSQL to the documents of the charts; and the
/// counting alone beside `width_bucket` in SQL over the same datasets in a table with one row a value,
/// indexed. What was computed before is forgotten in each round. SQL is given the edges and asks nobody for
/// access; the grid finds its edges and asks.
public final class GridBench {

    private static final int ROUNDS = 200;

    /// Until the compiler of the JVM has come to rest: a server that has shown a thousand grids.
    private static final int WARM_UPS = 2_000;

    private static final int BINS = 100;

    private final ProjectService projects;
    private final HistogramService histograms;
    private final ActivationService activations;
    private final DatasetService datasets;
    private final DataSource dataSource;
    private final Viewer viewer;

    private GridBench(BenchApplication application) {
        projects = application.bean(ProjectService.class);
        histograms = application.bean(HistogramService.class);
        activations = application.bean(ActivationService.class);
        datasets = application.bean(DatasetService.class);
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
                .warmUp(WARM_UPS)
                .add("PostgreSQL to chart documents", () -> {
                    histograms.forget();
                    return ChartDocuments.of(projects.grid(viewer, project));
                })
                .add("PostgreSQL to counts", () -> {
                    histograms.forget();
                    return projects.preview(viewer, content);
                })
                .add("remembered grid to chart documents", () -> ChartDocuments.of(projects.grid(viewer, project)));
        System.out.println(rounds.run().table(""));
        var sql = new Rounds(7).warmUp(1).add("width_bucket, one row a value", () -> bucketsInSql(grid));
        System.out.println(sql.run().table(""));

        var ok = Ratio.atMost(15, "12 panels x 18,000 samples, p50 in ms", rounds.p50("PostgreSQL to chart documents"));
        var inSql = sql.p50("width_bucket, one row a value");
        return Ratio.atLeast(20, "counting against width_bucket in SQL", inSql / rounds.p50("PostgreSQL to counts"))
                && ok;
    }

    /// All neurons of the datasets, neuron by neuron, which is the order that suits SQL best.
    private void fillLongTable(ProjectContent content) throws SQLException, java.io.IOException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    "create table bench_value (dataset smallint, neuron integer, sample integer, class smallint, value float8)");
            try (var out = new PGCopyOutputStream(
                    connection.unwrap(PGConnection.class), "copy bench_value from stdin (format csv)", 1 << 20)) {
                for (var number = 0; number < content.rows().size(); number++) {
                    write(out, number, content.rows().get(number));
                }
            }
            statement.execute("create index on bench_value (dataset, neuron)");
            statement.execute("vacuum analyze bench_value");
        }
    }

    private void write(PGCopyOutputStream out, int number, ProjectRow row) throws java.io.IOException {
        var classOf = activations.labels(viewer, row.dataset(), row.labeling()).classOf();
        var recorded = datasets.find(viewer, row.dataset())
                .requireHookPoint(row.hookPoint())
                .neurons();
        for (var neuron : recorded) {
            var values = values(row, neuron);
            var lines = new StringBuilder();
            for (var i = 0; i < values.length; i++) {
                lines.append(number)
                        .append(',')
                        .append(neuron)
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
    }

    private double[] values(ProjectRow row, int neuron) {
        var ref = new NeuronRef(row.dataset(), row.hookPoint(), neuron);
        var found = activations.read(viewer, List.of(ref)).get(ref);
        return ActivationCodec.decode(found.payload(), found.encoding());
    }

    private static final String BUCKETS = """
            select panel, class, least(width_bucket(value, lo, hi, %d), %d) as bin, count(*)
            from bench_value
            join unnest(?::integer[], ?::smallint[], ?::integer[], ?::float8[], ?::float8[])
                as edge (panel, dataset, neuron, lo, hi) using (dataset, neuron)
            group by 1, 2, 3
            """.formatted(BINS, BINS);

    private long[][][] bucketsInSql(ComputedGrid grid) throws SQLException {
        var panels = panels(grid);
        var counts = new long[panels.size()][2][BINS];
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement(BUCKETS)) {
            bind(connection, query, grid);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    counts[rows.getInt(1)][rows.getInt(2)][rows.getInt(3) - 1] = rows.getLong(4);
                }
            }
        }
        return counts;
    }

    private static void bind(Connection connection, PreparedStatement query, ComputedGrid grid) throws SQLException {
        var columns = List.of(
                new ArrayList<Object>(),
                new ArrayList<Object>(),
                new ArrayList<Object>(),
                new ArrayList<Object>(),
                new ArrayList<Object>());
        for (var row = 0; row < grid.rows().size(); row++) {
            for (var panel : grid.rows().get(row).panels()) {
                var edges = panel.edges().orElseThrow();
                columns.get(0).add(columns.get(0).size());
                columns.get(1).add((short) row);
                columns.get(2).add(panel.neuron());
                columns.get(3).add(edges.low());
                columns.get(4).add(edges.high());
            }
        }
        var types = List.of("integer", "smallint", "integer", "float8", "float8");
        for (var i = 0; i < types.size(); i++) {
            query.setArray(
                    i + 1, connection.createArrayOf(types.get(i), columns.get(i).toArray()));
        }
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
