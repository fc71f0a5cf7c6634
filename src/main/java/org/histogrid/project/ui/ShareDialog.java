package org.histogrid.project.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.histogrid.base.ui.Buttons;
import org.histogrid.base.ui.Choices;
import org.histogrid.base.ui.CopyButton;
import org.histogrid.base.ui.When;
import org.histogrid.project.ProjectId;
import org.histogrid.project.ProjectService;
import org.histogrid.sharing.CurrentViewer;
import org.histogrid.sharing.LinkInfo;
import org.histogrid.sharing.Visibility;

/// Who sees a project: nobody else, the team, or whoever has a link.
final class ShareDialog extends Dialog {

    private enum Life {
        FOREVER("No end"),
        WEEK("7 days"),
        MONTH("30 days");

        private final String words;

        Life(String words) {
            this.words = words;
        }

        Optional<Duration> length() {
            return switch (this) {
                case FOREVER -> Optional.empty();
                case WEEK -> Optional.of(Duration.ofDays(7));
                case MONTH -> Optional.of(Duration.ofDays(30));
            };
        }
    }

    @SpringComponent
    static class Factory {

        private final ProjectService projects;
        private final CurrentViewer viewer;
        private final Clock clock;

        Factory(ProjectService projects, CurrentViewer viewer, Clock clock) {
            this.projects = projects;
            this.viewer = viewer;
            this.clock = clock;
        }

        ShareDialog create(ProjectId project, Runnable onChange) {
            return new ShareDialog(this, project, onChange);
        }
    }

    private final Factory services;
    private final ProjectId project;
    private final Select<Life> life = Choices.select("Valid for", one -> one.words, Life.values());
    private final Div created = new Div();
    private final Div links = new Div();

    private ShareDialog(Factory services, ProjectId project, Runnable onChange) {
        this.services = services;
        this.project = project;
        setHeaderTitle("Share");
        addClassName("hg-dialog");
        var who = new RadioButtonGroup<Visibility>("In the team");
        who.setItems(Visibility.PRIVATE, Visibility.TEAM);
        who.setItemLabelGenerator(one -> switch (one) {
            case PRIVATE -> "Private: only you see it";
            case TEAM -> "Team: every member sees it; you and administrators change it";
        });
        who.addThemeName("vertical");
        who.setValue(
                services.projects.find(services.viewer.get(), project).sharing().visibility());
        who.addValueChangeListener(event -> {
            services.projects.changeVisibility(services.viewer.get(), project, event.getValue());
            onChange.run();
        });
        life.setValue(Life.FOREVER);
        created.setVisible(false);
        created.addClassName("hg-new-link");
        var create = Buttons.primary("Create link", this::create);
        var maker = new Div(life, create);
        maker.addClassName("hg-link-maker");
        var body = new Div(
                who,
                new H3("Read-only links"),
                new Paragraph("Whoever has a link sees the saved grid without logging in, and nothing else."),
                maker,
                created,
                links);
        body.addClassName("hg-fields");
        add(body);
        getFooter().add(Buttons.plain("Close", this::close));
        list();
    }

    private void create() {
        var until = Optional.ofNullable(life.getValue())
                .flatMap(Life::length)
                .map(length -> services.clock.instant().plus(length));
        var link = services.projects.createLink(services.viewer.get(), project, until);
        var address = new TextField("Your link, shown only now");
        address.setReadOnly(true);
        address.addClassName("hg-wide");
        show(address, "/" + link.path());
        // Only the browser knows under which address it reaches this server
        getElement()
                .executeJs("return new URL($0, document.baseURI).href", link.path())
                .then(String.class, url -> show(address, url));
        list();
    }

    private void show(TextField address, String url) {
        address.setValue(url);
        var line = new Div(address, new CopyButton("link", url));
        line.addClassName("hg-link-line");
        created.removeAll();
        created.add(line);
        created.setVisible(true);
    }

    private void list() {
        links.removeAll();
        var known = services.projects.links(services.viewer.get(), project);
        if (known.isEmpty()) {
            return;
        }
        var list = new UnorderedList();
        list.addClassName("hg-links");
        known.forEach(link -> list.add(item(link)));
        links.add(list);
    }

    private ListItem item(LinkInfo link) {
        var words = new Div(new Span("Made "), When.relative(link.createdAt(), services.clock));
        link.expiresAt()
                .ifPresent(end -> words.add(
                        new Span(end.isAfter(services.clock.instant()) ? ", ends " : ", ended "),
                        When.relative(end, services.clock)));
        var revoke = new Button("Revoke", _ -> {
            services.projects.revokeLink(services.viewer.get(), project, link.id());
            created.setVisible(false);
            list();
        });
        revoke.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.ERROR);
        return new ListItem(words, revoke);
    }
}
