package org.histogrid.screening;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.histogrid.base.NotFound;
import org.histogrid.dataset.DatasetService;
import org.histogrid.sharing.Viewer;
import org.springframework.stereotype.Service;

/// Writes whole rankings as tables, whatever page the query names: `rank`, `hookPoint`, `site`, `layer`, `token`,
/// `neuron`, then the columns of the query, at last `outliers`, the types with `;` between them. A column has its plain
/// name in the split that the ranking is made by (`auroc`), else that of its split behind it (`auroc.held-out`). A
/// score that is not defined is an empty cell, or null. Nothing is written where the ranking may not be seen, and
/// the stream is left open.
@Service
public class RankingExport {

    private final DatasetService datasets;
    private final RankingService rankings;

    RankingExport(DatasetService datasets, RankingService rankings) {
        this.datasets = datasets;
        this.rankings = rankings;
    }

    private interface Format {
        RankingWriter open(RankingColumns columns) throws IOException;
    }

    /// As CSV in UTF-8 with a header. Text that a spreadsheet would take for a formula gets an apostrophe before it.
    ///
    /// @throws NotFound if the dataset, the labeling or the hook point may not be seen or is not there
    /// @throws IOException if the stream fails
    public void csv(Viewer viewer, RankingQuery query, OutputStream out) throws IOException {
        write(viewer, query, columns -> new RankingCsv(columns, out));
    }

    /// As Parquet: ranks, hook points, layers and neurons as 32-bit integers, scores as doubles. When it fails midway,
    /// the file is left without its end and no reader takes it for whole.
    ///
    /// @throws NotFound if the dataset, the labeling or the hook point may not be seen or is not there
    /// @throws IOException if the stream fails
    public void parquet(Viewer viewer, RankingQuery query, OutputStream out) throws IOException {
        write(viewer, query, columns -> new RankingParquet(columns, out));
    }

    private void write(Viewer viewer, RankingQuery query, Format format) throws IOException {
        var dataset = Selections.require(datasets, viewer, query.selection());
        try {
            var writer = format.open(new RankingColumns(dataset, query));
            rankings.export(viewer, query, row -> write(writer, row));
            writer.finish();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void write(RankingWriter writer, RankedNeuron row) {
        try {
            writer.write(row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
