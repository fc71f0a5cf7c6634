package org.histogrid.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/// What a screen shows while there is nothing to show: what to do first, and the button that does it.
public final class EmptyState extends Composite<Div> {

    public EmptyState(String title, String text, Component... actions) {
        getContent().addClassName("hg-empty");
        getContent().add(new H2(title), new Paragraph(text));
        if (actions.length > 0) {
            var row = new Div(actions);
            row.addClassName("hg-actions");
            getContent().add(row);
        }
    }
}
