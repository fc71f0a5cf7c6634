package org.histogrid.histogram.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.histogrid.base.BadInput;
import org.histogrid.base.ui.Choices;
import org.histogrid.histogram.AxisShare;
import org.histogrid.histogram.Display;
import org.histogrid.histogram.EdgeScope;
import org.histogrid.histogram.HistogramSettings;
import org.histogrid.histogram.MarkerKind;
import org.histogrid.histogram.Scale;
import org.histogrid.stats.BinRule;
import org.histogrid.stats.Statistic;

/// How histograms are made. Each change is handed on at once; one that cannot be drawn is told at its field and changes
/// nothing.
public final class SettingsDrawer extends Composite<Aside> {

    private final Consumer<HistogramSettings> onChange;
    private final Select<Statistic> stat = Choices.select("Heights", SettingsWords::stat, Statistic.values());
    private final Select<Display> display = Choices.select("Classes", SettingsWords::display, Display.values());
    private final BinsFields bins = new BinsFields(rule -> apply(settings -> settings.withBins(rule)));
    private final Select<EdgeScope> edges =
            Choices.select("Same bin edges in", SettingsWords::scope, EdgeScope.values());
    private final RangeFields range = new RangeFields(chosen -> apply(settings -> settings.withRange(chosen)));
    private final Select<Scale> scale = Choices.select("Values", SettingsWords::scale, Scale.values());
    private final Select<AxisShare> shareX =
            Choices.select("Same value axis in", SettingsWords::share, AxisShare.values());
    private final Select<AxisShare> shareY =
            Choices.select("Same height axis in", SettingsWords::share, AxisShare.values());
    private final CheckboxGroup<MarkerKind> markers = new CheckboxGroup<>("Lines at");
    private final SettingSwitch logY = new SettingSwitch(
            "Logarithmic height axis",
            "Shows tails beside high peaks.",
            on -> apply(settings -> settings.withLogY(on)));
    private final SettingSwitch smooth = new SettingSwitch(
            "Smooth density on top",
            "Gaussian kernel, Silverman's bandwidth, for each class.",
            on -> apply(settings -> settings.withSmooth(on)));
    private HistogramSettings shown = HistogramSettings.DEFAULT;
    private boolean filling;

    public SettingsDrawer(Consumer<HistogramSettings> onChange, Runnable onClose) {
        this.onChange = onChange;
        var close = new Button("Close", _ -> onClose.run());
        close.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        close.setAriaLabel("Close settings");
        var head = new Div(new H2("Settings"), close);
        head.addClassName("hg-drawer-head");
        listen(stat, HistogramSettings::withStat);
        listen(display, HistogramSettings::withDisplay);
        listen(edges, HistogramSettings::withEdgeScope);
        listen(scale, HistogramSettings::withScale);
        listen(shareX, (settings, share) -> settings.withShares(share, settings.shareY()));
        listen(shareY, (settings, share) -> settings.withShares(settings.shareX(), share));
        markers.setItems(MarkerKind.values());
        markers.setItemLabelGenerator(SettingsWords::marker);
        markers.addValueChangeListener(event -> apply(markers, settings -> settings.withMarkers(event.getValue())));
        getContent().addClassName("hg-drawer");
        getContent().getElement().setAttribute("aria-label", "Settings of the histograms");
        getContent().add(head, stat, display, bins, edges, range, scale, shareX, shareY, markers, logY, smooth);
        Shortcuts.addShortcutListener(getContent(), onClose::run, Key.ESCAPE).listenOn(getContent());
    }

    private <T> void listen(Select<T> field, BiFunction<HistogramSettings, T, HistogramSettings> change) {
        field.addValueChangeListener(event -> apply(field, settings -> change.apply(settings, event.getValue())));
    }

    /// A grid of its own shares nothing with others.
    public SettingsDrawer forOnePanel() {
        edges.setItems(EdgeScope.PANEL, EdgeScope.CLASS);
        shareX.setVisible(false);
        shareY.setVisible(false);
        return this;
    }

    public void show(HistogramSettings settings) {
        shown = settings;
        filling = true;
        stat.setValue(settings.stat());
        stat.setHelperText(SettingsWords.explain(settings.stat()));
        display.setValue(settings.display());
        display.setHelperText(SettingsWords.explain(settings.display()));
        edges.setValue(settings.edgeScope());
        edges.setHelperText(SettingsWords.explain(settings.edgeScope()));
        scale.setValue(settings.scale());
        scale.setHelperText(SettingsWords.explain(settings.scale()));
        shareX.setValue(settings.shareX());
        shareY.setValue(settings.shareY());
        markers.setValue(settings.markers());
        logY.show(settings.logY());
        smooth.show(settings.smooth());
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

    private void apply(HasValidationProperties field, Function<HistogramSettings, HistogramSettings> change) {
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
