package org.histogrid.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;

/// The head of a page: its title, what it is at a glance, and its actions at the right, the primary one last.
public final class PageHeader extends Composite<Header> {

    private final H1 title;
    private final Div words;
    private final Div actions;
    private final Div subtitle = new Div();

    public PageHeader(String title, Component... actions) {
        this.title = new H1(title);
        this.words = new Div(this.title);
        this.actions = new Div(actions);
        words.addClassName("hg-page-words");
        subtitle.addClassName("hg-subtitle");
        this.actions.addClassName("hg-actions");
        getContent().addClassName("hg-page-header");
        getContent().add(words, this.actions);
    }

    /// A way back, above the title. `path` is relative to the application.
    public PageHeader withBack(String text, String path) {
        var link = new Anchor(path, text);
        link.addClassName("hg-back");
        words.addComponentAsFirst(link);
        return this;
    }

    public PageHeader withSubtitle(String text) {
        subtitle.setText(text);
        words.add(subtitle);
        return this;
    }

    public PageHeader withSubtitle(Component... parts) {
        subtitle.removeAll();
        subtitle.add(parts);
        words.add(subtitle);
        return this;
    }

    public void setTitle(String text) {
        title.setText(text);
    }

    public void setActions(Component... components) {
        actions.removeAll();
        actions.add(components);
    }
}
