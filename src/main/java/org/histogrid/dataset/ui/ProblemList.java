package org.histogrid.dataset.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;

/// What stands in the way, above everything else, each with a way to where it is decided.
class ProblemList extends Composite<Div> {

    private final transient SerializableConsumer<OpenQuestion> open;

    ProblemList(SerializableConsumer<OpenQuestion> open) {
        this.open = open;
        getContent().addClassName("hg-problems");
        getContent().getElement().setAttribute("role", "status");
        getContent().getElement().setAttribute("aria-label", "To decide before the import");
        setVisible(false);
    }

    void clear() {
        setVisible(false);
        getContent().removeAll();
    }

    void show(List<OpenQuestion> problems) {
        getContent().removeAll();
        setVisible(!problems.isEmpty());
        getContent().setClassName("hg-only-guesses", problems.stream().allMatch(OpenQuestion::guess));
        if (problems.size() == 1) {
            getContent().add(line(problems.getFirst(), new Div()));
        } else if (!problems.isEmpty()) {
            var list = new UnorderedList();
            problems.forEach(problem -> list.add(new ListItem(line(problem, new Div()))));
            getContent().add(new Paragraph("Before it can be imported:"), list);
        }
    }

    private Component line(OpenQuestion problem, Div line) {
        line.addClassName("hg-problem");
        line.add(new Span(problem.sentence()));
        problem.step().ifPresent(step -> {
            var button = new Button("Show in " + step.label(), _ -> open.accept(problem));
            button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
            line.add(button);
        });
        return line;
    }
}
