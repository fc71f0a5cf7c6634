package org.histogrid.neuron.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.histogrid.base.Numbers;
import org.histogrid.chart.StepChart;
import org.histogrid.figure.ClassColours;
import org.histogrid.figure.GridWords;
import org.histogrid.figure.PanelCharts;
import org.histogrid.histogram.HistogramSettings;
import org.histogrid.neuron.NeuronElsewhere.Found;
import org.histogrid.neuron.NeuronElsewhere.Other;

/// The same neuron on other layers and in other datasets of its model, in small pictures.
final class ElsewhereSection extends Composite<Section> {

    ElsewhereSection(Found found) {
        getContent().addClassName("hg-section");
        getContent().add(new H2("The same neuron elsewhere"));
        var colours = ClassColours.of(found.grid());
        var settings = found.grid().settings();
        if (!found.layers().isEmpty()) {
            getContent().add(new H3("On other layers"), pictures(found.layers(), true, settings, colours));
        }
        if (!found.datasets().isEmpty()) {
            getContent().add(new H3("In other datasets"), pictures(found.datasets(), false, settings, colours));
        }
        if (found.layers().isEmpty() && found.datasets().isEmpty()) {
            var nowhere = new Paragraph(
                    "It was recorded nowhere else: on no other layer of this dataset, and in no other dataset of the model.");
            nowhere.addClassName("hg-quiet");
            getContent().add(nowhere);
        }
    }

    private static Div pictures(List<Other> others, boolean byLayer, HistogramSettings settings, ClassColours colours) {
        var pictures = new Div();
        pictures.addClassName("hg-small-multiples");
        others.forEach(other -> pictures.add(picture(other, byLayer, settings, colours)));
        return pictures;
    }

    private static Div picture(Other other, boolean byLayer, HistogramSettings settings, ClassColours colours) {
        var point = other.place().point();
        var name = byLayer ? "Layer " + point.layer() : other.place().dataset().name();
        var link = new Anchor(other.place().path(), name);
        var auroc = new Span(
                other.auroc().isPresent()
                        ? "AUROC " + Numbers.significant(other.auroc().getAsDouble())
                        : "");
        auroc.addClassNames("hg-quiet", "hg-small", "hg-figures");
        auroc.setTitle(byLayer ? "" : "Labeling " + other.labeling().name());
        var head = new Div(link, auroc);
        head.addClassName("hg-small-head");
        var picture = new Div(head, chart(other, name, settings, colours));
        picture.addClassName("hg-small-multiple");
        return picture;
    }

    private static Component chart(Other other, String name, HistogramSettings settings, ClassColours colours) {
        if (!PanelCharts.isDrawable(other.panel())) {
            var problem = new Paragraph(GridWords.problem(other.panel()));
            problem.addClassName("hg-panel-problem");
            return problem;
        }
        return new StepChart(PanelCharts.chart(other.panel(), settings, colours, name));
    }
}
