package org.histogrid.shell;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Main;
import org.histogrid.base.ui.EmptyState;
import org.histogrid.base.ui.PageHeader;

/// A page that could not be shown: what is the matter, and a way on.
abstract class ProblemPage extends Composite<Main> {

    void show(String title, String sentence, String advice) {
        getContent().addClassName("hg-page");
        getContent().removeAll();
        getContent()
                .add(new PageHeader(title), new EmptyState(sentence, advice, new Anchor("", "Go to the start page")));
    }
}
