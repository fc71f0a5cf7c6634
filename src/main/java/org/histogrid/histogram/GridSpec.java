package org.histogrid.histogram;

import java.util.List;
import java.util.Optional;
import org.histogrid.base.BadInput;
import org.histogrid.dataset.DatasetId;
import org.histogrid.dataset.LabelingId;

/// Which panels, and how. Rows may have lists of neurons of different lengths.
///
/// @throws BadInput when more panels are asked for than a grid may have
public record GridSpec(List<Row> rows, HistogramSettings settings) {

    public static final int MOST_ROWS = 40;
    public static final int MOST_NEURONS = 60;
    public static final int MOST_PANELS = 600;

    public GridSpec {
        rows = List.copyOf(rows);
        var panels = rows.stream().mapToLong(row -> row.neurons().size()).sum();
        if (rows.size() > MOST_ROWS || panels > MOST_PANELS) {
            throw new BadInput("A grid has at most %d rows and %d panels, not %d rows and %d panels."
                            .formatted(MOST_ROWS, MOST_PANELS, rows.size(), panels))
                    .forField("rows");
        }
    }

    /// One line of the grid: a hook point of a dataset under a labeling, and its own neurons.
    ///
    /// @param threshold where a labeling on a score is parted instead of where it was stored to be
    public record Row(
            DatasetId dataset, LabelingId labeling, int hookPoint, List<Integer> neurons, Optional<Double> threshold) {

        public Row(DatasetId dataset, LabelingId labeling, int hookPoint, List<Integer> neurons) {
            this(dataset, labeling, hookPoint, neurons, Optional.empty());
        }

        public Row {
            neurons = List.copyOf(neurons);
            if (neurons.size() > MOST_NEURONS) {
                throw new BadInput("A row has at most %d neurons, not %d.".formatted(MOST_NEURONS, neurons.size()))
                        .forField("neurons");
            }
        }
    }
}
