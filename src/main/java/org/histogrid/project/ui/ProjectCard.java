package org.histogrid.project.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.router.RouterLink;
import java.time.Clock;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.histogrid.base.Numbers;
import org.histogrid.base.ui.ConfirmedAction;
import org.histogrid.base.ui.When;
import org.histogrid.project.ProjectItem;
import org.histogrid.sharing.Visibility;

/// One project in the list.
final class ProjectCard extends Composite<Article> {

    record Actions(Consumer<ProjectItem> open, Consumer<ProjectItem> copy, Consumer<ProjectItem> delete) {}

    private final ProjectItem item;

    ProjectCard(ProjectItem item, Clock clock, Actions actions) {
        this.item = item;
        var head = new Div(
                new H2(new RouterLink(item.name(), ProjectView.class, ProjectNavigation.parameters(item.id()))),
                menu(actions));
        head.addClassName("hg-item-head");
        var rows = new Paragraph(item.labels().stream()
                .filter(label -> !label.isBlank())
                .distinct()
                .collect(Collectors.joining(", ")));
        rows.addClassName("hg-item-rows");
        var marks = new Div(
                mark(item.mine() ? "Mine" : "Of a colleague"),
                mark(item.visibility() == Visibility.TEAM ? "Team" : "Private"),
                new Span(Numbers.count(item.panels(), "panel")));
        marks.addClassName("hg-item-marks");
        var changed = new Div(
                new Span("Changed "), When.relative(item.changedAt(), clock), new Span(" by " + item.changedBy()));
        changed.addClassName("hg-item-changed");
        getContent().addClassName("hg-item");
        getContent().add(head);
        if (!item.description().isEmpty()) {
            var description = new Paragraph(item.description());
            description.addClassName("hg-item-text");
            getContent().add(description);
        }
        getContent().add(rows, marks, changed);
    }

    String name() {
        return item.name();
    }

    private static Span mark(String word) {
        var mark = new Span(word);
        mark.addClassName("hg-mark");
        return mark;
    }

    private MenuBar menu(Actions actions) {
        var bar = new MenuBar();
        bar.addThemeVariants(MenuBarVariant.TERTIARY);
        MenuItem more = bar.addItem("\u22ef");
        more.setAriaLabel("Actions for " + item.name());
        more.getSubMenu().addItem("Open", _ -> actions.open().accept(item));
        more.getSubMenu().addItem("Copy", _ -> actions.copy().accept(item));
        if (item.mayEdit()) {
            more.getSubMenu()
                    .addItem(
                            "Delete",
                            _ -> ConfirmedAction.ask(
                                    "Delete " + item.name() + "?",
                                    "Its grid and its links are gone for everybody. Datasets and findings stay.",
                                    "Delete",
                                    () -> actions.delete().accept(item)));
        }
        return bar;
    }
}
