package org.histogrid.project.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.histogrid.base.Numbers;
import org.histogrid.chart.StepChart;
import org.histogrid.chart.StepChartSpec;
import org.histogrid.figure.GridWords;
import org.histogrid.histogram.ComputedGrid.Panel;
import org.histogrid.histogram.Scale;
import org.histogrid.neuron.ui.OutlierBadges;
import org.histogrid.stats.Outlier;

/// One histogram of a grid with its numbers, its findings and its actions. Showing another panel in it changes the
/// picture in place, so that nothing around it moves.
final class PanelCard extends Composite<Div> {

    private final Span samples = new Span();
    private final Div head = new Div();
    private final Optional<PanelTools> tools;
    private Optional<OutlierBadges> marks = Optional.empty();
    private Optional<StepChart> chart = Optional.empty();
    private Optional<Paragraph> outside = Optional.empty();
    private Optional<Paragraph> problem = Optional.empty();
    private boolean hasBins;

    PanelCard(Optional<PanelTools> tools) {
        this.tools = tools;
        head.add(samples);
        head.addClassName("hg-panel-head");
        tools.ifPresent(head::add);
        samples.addClassName("hg-panel-samples");
        getContent().addClassName("hg-panel");
        getContent().getElement().setAttribute("role", "group");
        getContent().add(head);
    }

    /// @param spec of the chart, nothing where the panel cannot be drawn
    void show(Panel panel, Scale scale, Optional<StepChartSpec> spec, int findings, List<Outlier> outliers) {
        hasBins = panel.edges().isPresent();
        getContent()
                .getElement()
                .setAttribute("aria-label", "Neuron " + panel.neuron())
                .setAttribute("data-neuron", String.valueOf(panel.neuron()))
                .setAttribute("data-title", GridWords.panelTitle(panel, scale));
        samples.setText(spec.isPresent() ? GridWords.samples(panel) : "");
        samples.getElement().setAttribute("title", classes(panel));
        tools.ifPresent(shown -> shown.show(panel.neuron(), findings));
        badge(outliers);
        spec.ifPresentOrElse(this::draw, this::clear);
        var reason = "Neuron %d. %s".formatted(panel.neuron(), GridWords.problem(panel));
        problem = text(problem, spec.isEmpty() ? reason : "", "hg-panel-problem");
        outside = text(outside, GridWords.remarks(panel), "hg-panel-outside");
    }

    /// Most panels of a large grid show no outlier, and have no element for it.
    private void badge(List<Outlier> outliers) {
        marks.ifPresent(head::remove);
        marks = Optional.of(outliers).filter(all -> !all.isEmpty()).map(OutlierBadges::inOne);
        marks.ifPresent(shown -> head.addComponentAtIndex(1, shown));
    }

    /// Most panels of a large grid have nothing to say, and no element for it.
    private Optional<Paragraph> text(Optional<Paragraph> place, String words, String kind) {
        if (words.isEmpty()) {
            place.ifPresent(getContent()::remove);
            return Optional.empty();
        }
        var shown = place.orElseGet(() -> {
            var added = new Paragraph();
            added.addClassName(kind);
            getContent().add(added);
            return added;
        });
        shown.setText(words);
        shown.getElement().setAttribute("title", words);
        return Optional.of(shown);
    }

    private static String classes(Panel panel) {
        var words = panel.classes().stream()
                .map(one -> "%s: %s"
                        .formatted(one.name(), Numbers.integer(one.histogram().n())))
                .toList();
        return String.join(", ", words);
    }

    boolean hasBins() {
        return hasBins;
    }

    void hide(Set<String> classes) {
        chart.ifPresent(drawn -> drawn.hide(classes));
    }

    void focusTools() {
        tools.ifPresent(PanelTools::focus);
    }

    private void draw(StepChartSpec spec) {
        if (chart.isPresent()) {
            chart.get().show(spec);
        } else {
            var drawn = new StepChart(spec);
            drawn.inGrid(true);
            chart = Optional.of(drawn);
            getContent().addComponentAtIndex(1, drawn);
        }
    }

    private void clear() {
        chart.ifPresent(getContent()::remove);
        chart = Optional.empty();
    }
}
