package org.histogrid.screening;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.histogrid.base.CsvCells;

/// A ranking as CSV in UTF-8. Scores are written with all digits they have; a cell is empty where there is none.
final class RankingCsv implements RankingWriter {

    private final RankingColumns columns;
    private final CsvWriter csv;

    RankingCsv(RankingColumns columns, OutputStream out) {
        this.columns = columns;
        csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        csv.writeRecord(columns.names());
    }

    @Override
    public void write(RankedNeuron row) {
        var point = columns.pointOf(row);
        var cells = new ArrayList<String>();
        cells.add(String.valueOf(row.rank()));
        cells.add(String.valueOf(point.id()));
        cells.add(CsvCells.guarded(point.site()));
        cells.add(point.layer() == null ? "" : String.valueOf(point.layer()));
        cells.add(CsvCells.guarded(point.token()));
        cells.add(String.valueOf(row.neuron().neuron()));
        for (var score : columns.scores()) {
            var value = row.value(score);
            cells.add(value.isPresent() ? String.valueOf(value.getAsDouble()) : "");
        }
        cells.add(RankingColumns.outliers(row));
        csv.writeRecord(cells);
    }

    @Override
    public void finish() throws IOException {
        csv.flush();
    }
}
