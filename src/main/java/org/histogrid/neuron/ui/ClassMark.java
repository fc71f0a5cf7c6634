package org.histogrid.neuron.ui;

import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import org.histogrid.figure.ClassColours;

/// The name of a class beside its colour.
final class ClassMark {

    private ClassMark() {}

    /// @param name empty for a sample without a class
    static Span of(Optional<String> name, ClassColours colours) {
        var mark = new Span();
        mark.addClassName("hg-class-name");
        name.ifPresent(known -> {
            var swatch = new Span();
            swatch.addClassName("hg-swatch");
            swatch.getStyle().set("--hg-swatch", "var(" + colours.variable(known) + ")");
            mark.add(swatch, new Span(known));
        });
        return mark;
    }
}
