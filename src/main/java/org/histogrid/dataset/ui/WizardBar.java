package org.histogrid.dataset.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableRunnable;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.Optional;
import org.histogrid.dataset.ImportId;

/// The steps of an import as links, and the ways on and back. It stays in view while the page is scrolled.
class WizardBar extends Composite<Div> {

    private final OrderedList steps = new OrderedList();
    private final Button back = new Button("Back", _ -> back());
    private final Button next = new Button("Next", _ -> next());
    private final Button begin = new Button("Import");
    private final SerializableConsumer<WizardStep> onNext;
    private final SerializableConsumer<WizardStep> onBack;
    private WizardStep step = WizardStep.FILES;

    WizardBar(
            SerializableConsumer<WizardStep> onNext,
            SerializableConsumer<WizardStep> onBack,
            SerializableRunnable onImport) {
        this.onNext = onNext;
        this.onBack = onBack;
        next.addThemeVariants(ButtonVariant.PRIMARY);
        begin.addThemeVariants(ButtonVariant.PRIMARY);
        begin.setDisableOnClick(true);
        begin.addClickListener(_ -> {
            onImport.run();
            begin.setEnabled(true);
        });
        steps.addClassName("hg-steps");
        var nav = new Nav(steps);
        nav.getElement().setAttribute("aria-label", "Steps of the import");
        var buttons = new Div(back, next, begin);
        buttons.addClassName("hg-actions");
        getContent().addClassName("hg-wizard-bar");
        getContent().add(nav, buttons);
    }

    private void next() {
        step.next().ifPresent(onNext);
    }

    private void back() {
        step.previous().ifPresent(onBack);
    }

    /// Without a draft, or without files in it, there is only the first step.
    void show(WizardStep current, Optional<ImportId> draft) {
        step = current;
        steps.removeAll();
        for (var one : WizardStep.values()) {
            var item = new ListItem(draft.map(id -> link(one, id)).orElseGet(() -> new Span(one.label())));
            item.addClassName("hg-step");
            steps.add(item);
        }
        back.setVisible(draft.isPresent() && current.previous().isPresent());
        next.setVisible(draft.isPresent() && current.next().isPresent());
        current.next().ifPresent(following -> next.setText("Next: " + following.label()));
        begin.setVisible(draft.isPresent() && current == WizardStep.REPORT);
    }

    private com.vaadin.flow.component.Component link(WizardStep one, ImportId id) {
        var link = new RouterLink(one.label(), ImportView.class, new RouteParameters(ImportView.ID, id.toString()));
        link.setQueryParameters(QueryParameters.of(WizardStep.PARAMETER, one.key()));
        if (one == step) {
            link.getElement().setAttribute("aria-current", "step");
        }
        return link;
    }
}
