package org.histogrid.neuron.ui;

import com.vaadin.flow.component.dialog.Dialog;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import org.histogrid.base.ui.Buttons;
import org.histogrid.base.ui.FileDownload;
import org.histogrid.dataset.ValueRange;
import org.histogrid.histogram.ComputedGrid.Panel;
import org.histogrid.neuron.BinTable;
import org.histogrid.stats.Statistic;

/// The bins of one panel: read in a table, or taken away as a file.
public final class PanelBins {

    private final int neuron;
    private final BinTable bins;

    private PanelBins(int neuron, BinTable bins) {
        this.neuron = neuron;
        this.bins = bins;
    }

    /// @param panel one that has edges
    /// @param stat what its heights are
    public static PanelBins of(Panel panel, Statistic stat) {
        return new PanelBins(panel.neuron(), BinTable.of(panel, stat));
    }

    /// Opens the table in a dialog.
    ///
    /// @param rowLabel what the row of the panel is called
    public void open(String rowLabel) {
        var dialog = new Dialog("Bins of neuron %d, %s".formatted(neuron, rowLabel));
        dialog.addClassNames("hg-dialog", "hg-bins");
        dialog.add(list(Optional.empty()));
        dialog.getFooter().add(Buttons.plain("Close", dialog::close));
        dialog.open();
    }

    /// As CSV, in full precision.
    public FileDownload file() {
        return new FileDownload(
                "neuron-%d-bins.csv".formatted(neuron),
                "text/csv;charset=utf-8",
                bins.csv().getBytes(StandardCharsets.UTF_8));
    }

    BinList list(Optional<Consumer<ValueRange>> onSelect) {
        return new BinList(bins, file(), onSelect);
    }
}
