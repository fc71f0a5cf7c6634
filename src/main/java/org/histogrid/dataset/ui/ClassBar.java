package org.histogrid.dataset.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.stream.Collectors;
import org.histogrid.base.Numbers;
import org.histogrid.dataset.LabelClass;

/// How a labeling divides the samples: a thin bar in the colours of the classes, and the counts in words.
class ClassBar extends Composite<Div> {

    ClassBar(List<LabelClass> classes) {
        var content = getContent();
        content.addClassName("hg-class-bar");
        if (classes.isEmpty()) {
            content.add(quiet("no labeling"));
            return;
        }
        var words = inWords(classes);
        var bar = new Div();
        bar.addClassName("hg-bar");
        bar.getElement().setAttribute("aria-hidden", "true");
        for (var i = 0; i < classes.size(); i++) {
            var part = new Span();
            part.addClassName("hg-class-" + classes.get(i).colour());
            part.getStyle().setFlexGrow(String.valueOf(classes.get(i).count()));
            bar.add(part);
        }
        content.add(bar, quiet(words));
        content.getElement().setAttribute("title", words);
    }

    static String inWords(List<LabelClass> classes) {
        return classes.stream()
                .map(one -> Numbers.integer(one.count()) + " " + one.name())
                .collect(Collectors.joining(", "));
    }

    private static Span quiet(String text) {
        var span = new Span(text);
        span.addClassNames("hg-quiet", "hg-small");
        return span;
    }
}
