package org.histogrid.dataset.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.histogrid.base.BadInput;

/// What stands in the way, above everything else.
class ProblemList extends Composite<Div> {

    ProblemList() {
        getContent().addClassName("hg-problems");
        getContent().getElement().setAttribute("role", "alert");
        setVisible(false);
    }

    void clear() {
        setVisible(false);
        getContent().removeAll();
    }

    void show(List<BadInput> problems) {
        getContent().removeAll();
        setVisible(!problems.isEmpty());
        if (problems.size() == 1) {
            getContent().add(new Paragraph(sentence(problems.getFirst())));
        } else {
            var list = new UnorderedList();
            problems.forEach(problem -> list.add(new ListItem(sentence(problem))));
            getContent().add(new Paragraph("Before it can be imported:"), list);
        }
    }

    private static String sentence(BadInput problem) {
        return String.valueOf(problem.getMessage());
    }
}
