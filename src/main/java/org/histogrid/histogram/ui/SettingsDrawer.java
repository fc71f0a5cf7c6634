package org.histogrid.histogram.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.select.Select;
import java.util.function.Consumer;
import java.util.function.Function;
import org.histogrid.base.BadInput;
import org.histogrid.base.ui.Choices;
import org.histogrid.histogram.AxisShare;
import org.histogrid.histogram.EdgeScope;
import org.histogrid.histogram.HistogramSettings;
import org.histogrid.stats.BinRule;
import org.histogrid.stats.Statistic;

/// How the histograms of a project are made. Each change is handed on at once; one that cannot be drawn is told at its
/// field and changes nothing.
public final class SettingsDrawer extends Composite<Aside> {

    private final Consumer<HistogramSettings> onChange;
    private final Select<Statistic> stat = Choices.select("Heights", SettingsWords::stat, Statistic.values());
    private final BinsFields bins = new BinsFields(rule -> apply(settings -> settings.withBins(rule)));
    private final Select<EdgeScope> edges =
            Choices.select("Same bin edges in", SettingsWords::scope, EdgeScope.values());
    private final RangeFields range = new RangeFields(chosen -> apply(settings -> settings.withRange(chosen)));
    private final Select<AxisShare> shareX =
            Choices.select("Same value axis in", SettingsWords::share, AxisShare.values());
    private final Select<AxisShare> shareY =
            Choices.select("Same height axis in", SettingsWords::share, AxisShare.values());
    private HistogramSettings shown = HistogramSettings.DEFAULT;
    private boolean filling;

    public SettingsDrawer(Consumer<HistogramSettings> onChange, Runnable onClose) {
        this.onChange = onChange;
        var close = new Button("Close", _ -> onClose.run());
        close.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        close.setAriaLabel("Close settings");
        var head = new Div(new H2("Settings"), close);
        head.addClassName("hg-drawer-head");
        stat.addValueChangeListener(event -> apply(stat, settings -> settings.withStat(event.getValue())));
        edges.addValueChangeListener(event -> apply(edges, settings -> settings.withEdgeScope(event.getValue())));
        edges.setHelperText("Within a panel the classes always have the same edges.");
        shareX.addValueChangeListener(
                event -> apply(shareX, settings -> settings.withShares(event.getValue(), settings.shareY())));
        shareY.addValueChangeListener(
                event -> apply(shareY, settings -> settings.withShares(settings.shareX(), event.getValue())));
        getContent().addClassName("hg-drawer");
        getContent().getElement().setAttribute("aria-label", "Settings of the histograms");
        getContent().add(head, stat, bins, edges, range, shareX, shareY);
        Shortcuts.addShortcutListener(getContent(), onClose::run, Key.ESCAPE).listenOn(getContent());
    }

    public void show(HistogramSettings settings) {
        shown = settings;
        filling = true;
        stat.setValue(settings.stat());
        stat.setHelperText(SettingsWords.explain(settings.stat()));
        edges.setValue(settings.edgeScope());
        shareX.setValue(settings.shareX());
        shareY.setValue(settings.shareY());
        bins.show(settings.bins());
        range.show(settings.range());
        boolean givenEdges = settings.bins() instanceof BinRule.Edges;
        edges.setEnabled(!givenEdges);
        range.setEnabled(!givenEdges);
        filling = false;
    }

    public void focus() {
        stat.focus();
    }

    private void apply(Function<HistogramSettings, HistogramSettings> change) {
        if (!filling) {
            onChange.accept(change.apply(shown));
        }
    }

    private void apply(Select<?> field, Function<HistogramSettings, HistogramSettings> change) {
        field.setInvalid(false);
        try {
            apply(change);
        } catch (BadInput e) {
            show(shown);
            field.setErrorMessage(e.getMessage());
            field.setInvalid(true);
        }
    }
}
