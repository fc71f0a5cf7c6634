package org.histogrid.neuron.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.details.Details;
import java.util.Optional;
import java.util.function.Consumer;
import org.histogrid.dataset.ValueRange;
import org.histogrid.histogram.ComputedGrid.Panel;
import org.histogrid.stats.Statistic;

/// The bins as a table, made when it is opened: what a chart shows, for whoever cannot see it or wants its numbers.
final class BinSection extends Composite<Details> {

    private final Consumer<ValueRange> onSelect;
    private Optional<PanelBins> shown = Optional.empty();
    private boolean selectable;

    BinSection(Consumer<ValueRange> onSelect) {
        this.onSelect = onSelect;
        getContent().setSummaryText("Table of bins");
        getContent().addClassName("hg-bins");
        getContent().addOpenedChangeListener(_ -> fill());
    }

    void show(Panel panel, Statistic stat, boolean mayListSamples) {
        shown = Optional.of(PanelBins.of(panel, stat));
        selectable = mayListSamples;
        fill();
    }

    private void fill() {
        getContent().removeAll();
        if (getContent().isOpened()) {
            shown.ifPresent(
                    bins -> getContent().add(bins.list(Optional.of(onSelect).filter(_ -> selectable))));
        }
    }
}
