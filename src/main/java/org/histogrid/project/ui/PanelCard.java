package org.histogrid.project.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import java.util.Set;
import org.histogrid.base.Numbers;
import org.histogrid.chart.StepChart;
import org.histogrid.chart.StepChartSpec;
import org.histogrid.figure.GridWords;
import org.histogrid.histogram.ComputedGrid.Panel;

/// One histogram of a grid with its numbers, its findings and its actions. Showing another panel in it changes the
/// picture in place, so that nothing around it moves.
final class PanelCard extends Composite<Div> {

    private final Span samples = new Span();
    private final Paragraph outside = new Paragraph();
    private final Paragraph problem = new Paragraph();
    private final Optional<PanelTools> tools;
    private Optional<StepChart> chart = Optional.empty();

    PanelCard(Optional<PanelTools> tools) {
        this.tools = tools;
        var head = new Div(samples);
        head.addClassName("hg-panel-head");
        tools.ifPresent(head::add);
        samples.addClassName("hg-panel-samples");
        outside.addClassName("hg-panel-outside");
        problem.addClassName("hg-panel-problem");
        getContent().addClassName("hg-panel");
        getContent().getElement().setAttribute("role", "group");
        getContent().add(head, problem, outside);
    }

    void show(Panel panel, Optional<StepChartSpec> spec, int findings) {
        getContent().getElement().setAttribute("aria-label", "Neuron " + panel.neuron());
        samples.setText(spec.isPresent() ? GridWords.samples(panel) : "");
        samples.getElement().setAttribute("title", classes(panel));
        var words = GridWords.outside(panel);
        outside.setText(words);
        outside.setVisible(!words.isEmpty());
        tools.ifPresent(shown -> shown.show(panel.neuron(), findings));
        problem.setVisible(spec.isEmpty());
        problem.setText(spec.isEmpty() ? "Neuron %d. %s".formatted(panel.neuron(), GridWords.problem(panel)) : "");
        spec.ifPresentOrElse(this::draw, this::clear);
    }

    private static String classes(Panel panel) {
        var words = panel.classes().stream()
                .map(one -> "%s: %s"
                        .formatted(one.name(), Numbers.integer(one.histogram().n())))
                .toList();
        return String.join(", ", words);
    }

    void hide(Set<String> classes) {
        chart.ifPresent(drawn -> drawn.hide(classes));
    }

    void focusTool(int by) {
        tools.ifPresent(shown -> shown.focusMove(by));
    }

    private void draw(StepChartSpec spec) {
        if (chart.isPresent()) {
            chart.get().show(spec);
        } else {
            var drawn = new StepChart(spec);
            chart = Optional.of(drawn);
            getContent().addComponentAtIndex(1, drawn);
        }
    }

    private void clear() {
        chart.ifPresent(getContent()::remove);
        chart = Optional.empty();
    }
}
