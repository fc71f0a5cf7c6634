package org.histogrid.dataset;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.histogrid.base.CsvCells;
import org.histogrid.base.NotFound;

/// Samples that were chosen and sorted, ready to be written as CSV: ordinal, id, text, value, class and the
/// attributes, a column each. Rows are read a block at a time and no connection is held while they are
/// written, so that neither many samples nor a slow reader cost the server more than a block.
public final class SampleExport {

    private static final int ROWS_AT_ONCE = 2_000;

    private final Samples samples;
    private final DatasetDetails dataset;
    private final ValuedSamples valued;
    private final boolean hasValues;
    private final int[] ordinals;

    SampleExport(Samples samples, DatasetDetails dataset, ValuedSamples valued, boolean hasValues, int[] ordinals) {
        this.samples = samples;
        this.dataset = dataset;
        this.valued = valued;
        this.hasValues = hasValues;
        this.ordinals = ordinals;
    }

    public int size() {
        return ordinals.length;
    }

    /// @throws NotFound if the dataset was deleted meanwhile
    public void writeTo(Writer writer) throws IOException {
        var csv = CsvWriter.builder().build(writer);
        csv.writeRecord(header());
        for (var from = 0; from < ordinals.length; from += ROWS_AT_ONCE) {
            var block = Arrays.copyOfRange(ordinals, from, Math.min(ordinals.length, from + ROWS_AT_ONCE));
            var rows = samples.at(dataset.id(), block);
            if (rows.size() < block.length) {
                throw new NotFound("This dataset");
            }
            for (var ordinal : block) {
                csv.writeRecord(cells(Objects.requireNonNull(rows.get(ordinal))));
            }
        }
        csv.flush();
    }

    private List<String> header() {
        var header = new ArrayList<>(List.of("ordinal", "id", "text"));
        if (hasValues) {
            header.add("value");
        }
        header.add("class");
        for (var column : dataset.columns()) {
            var name = CsvCells.guarded(column.name());
            header.add(header.contains(name) ? name + " (attribute)" : name);
        }
        return header;
    }

    private List<String> cells(Sample sample) {
        var cells = new ArrayList<String>();
        cells.add(String.valueOf(sample.ordinal()));
        cells.add(CsvCells.guarded(sample.id()));
        cells.add(CsvCells.guarded(sample.text()));
        if (hasValues) {
            cells.add(String.valueOf(valued.value(sample.ordinal())));
        }
        cells.add(CsvCells.guarded(Objects.requireNonNullElse(valued.className(sample.ordinal()), "")));
        for (var column : dataset.columns()) {
            cells.add(CsvCells.guarded(sample.attributes().getOrDefault(column.name(), "")));
        }
        return cells;
    }
}
