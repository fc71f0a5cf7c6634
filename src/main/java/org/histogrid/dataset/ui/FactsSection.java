package org.histogrid.dataset.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.histogrid.base.ui.CopyButton;
import org.histogrid.base.ui.Figures;
import org.histogrid.dataset.DatasetDetails;

class FactsSection extends Composite<DescriptionList> {

    FactsSection(DatasetDetails dataset) {
        getContent().addClassName("hg-facts");
        fact("Model", new Span(dataset.model()));
        fact("Samples", new Span(Figures.integer(dataset.samples())));
        fact("Hook points", new Span(Figures.integer(dataset.hookPoints().size())));
        fact("Size", new Span(Figures.bytes(dataset.bytes())));
        var id = dataset.id().toString();
        var copyable = new Div(new Code(id), new CopyButton("id", id));
        copyable.addClassName("hg-copyable");
        fact("Id for scripts", copyable);
    }

    private void fact(String name, Component value) {
        var pair = new Div(new DescriptionList.Term(name), new DescriptionList.Description(value));
        getContent().add(pair);
    }
}
