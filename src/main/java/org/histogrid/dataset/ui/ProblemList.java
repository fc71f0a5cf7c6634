package org.histogrid.dataset.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.ArrayList;
import java.util.List;

/// What stands in the way, above everything else, each with a way to where it is decided.
class ProblemList extends Composite<Div> {

    private final transient SerializableConsumer<OpenQuestion> open;
    private final Paragraph several = new Paragraph("Before it can be imported:");
    private final UnorderedList list = new UnorderedList();
    private final transient List<Line> lines = new ArrayList<>();

    ProblemList(SerializableConsumer<OpenQuestion> open) {
        this.open = open;
        getContent().addClassName("hg-problems");
        getContent().getElement().setAttribute("role", "status");
        getContent().getElement().setAttribute("aria-label", "To decide before the import");
        getContent().add(several, list);
        setVisible(false);
    }

    void clear() {
        show(List.of());
    }

    /// Lines are kept and told anew: a click is not lost when another file arrives in the same moment.
    void show(List<OpenQuestion> problems) {
        setVisible(!problems.isEmpty());
        several.setVisible(problems.size() > 1);
        getContent().setClassName("hg-only-guesses", problems.stream().allMatch(OpenQuestion::guess));
        getContent().setClassName("hg-one-problem", problems.size() == 1);
        while (lines.size() > problems.size()) {
            list.remove(lines.removeLast());
        }
        while (lines.size() < problems.size()) {
            var line = new Line(problems.get(lines.size()), open);
            lines.add(line);
            list.add(line);
        }
        for (var i = 0; i < lines.size(); i++) {
            lines.get(i).tell(problems.get(i));
        }
    }

    private static final class Line extends ListItem {

        private final Span sentence = new Span();
        private final Button show;
        private transient OpenQuestion problem;

        Line(OpenQuestion problem, SerializableConsumer<OpenQuestion> open) {
            this.problem = problem;
            show = new Button("", _ -> open.accept(this.problem));
            show.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
            var words = new Div(sentence, show);
            words.addClassName("hg-problem");
            add(words);
        }

        void tell(OpenQuestion told) {
            problem = told;
            sentence.setText(told.sentence());
            show.setVisible(told.step().isPresent());
            told.step().ifPresent(step -> show.setText("Show in " + step.label()));
        }
    }
}
