package org.histogrid.finding.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import org.histogrid.base.ui.ConfirmedAction;
import org.histogrid.base.ui.When;
import org.histogrid.finding.Finding;
import org.histogrid.finding.FindingService;
import org.histogrid.sharing.CurrentViewer;

/// One finding, with what its author may do to it.
final class FindingCard extends Composite<Article> {

    /// @param withNeuron whether it says where its neuron lies, as in a list of findings on many
    FindingCard(
            Finding finding,
            boolean withNeuron,
            Clock clock,
            FindingService findings,
            CurrentViewer viewer,
            Runnable onChange) {
        var type = new Span(finding.text().label());
        type.addClassNames("hg-mark", "hg-type-" + finding.text().type().name().toLowerCase(java.util.Locale.ROOT));
        var head = new Div(type, new H2(finding.text().title()));
        head.addClassName("hg-finding-head");
        getContent().addClassNames("hg-item", "hg-finding");
        getContent().add(head);
        if (withNeuron) {
            getContent().add(neuron(finding));
        }
        if (!finding.text().body().isEmpty()) {
            var text = new Paragraph(finding.text().body());
            text.addClassName("hg-finding-text");
            getContent().add(text);
        }
        getContent().add(foot(finding, clock, findings, viewer, onChange));
    }

    private static Component name(Finding finding) {
        var name = "Neuron " + finding.neuron().neuron();
        return finding.page().isEmpty() ? new Span(name) : new Anchor(finding.page(), name);
    }

    private static Div neuron(Finding finding) {
        var where = new Div(
                name(finding),
                new Span(" of "),
                new Anchor("datasets/" + finding.neuron().dataset(), finding.dataset()),
                new Span(", " + finding.hookPoint()));
        where.addClassName("hg-finding-neuron");
        return where;
    }

    private static Div foot(
            Finding finding, Clock clock, FindingService findings, CurrentViewer viewer, Runnable onChange) {
        var by = new Div(
                new Span(finding.author() + ", "),
                When.relative(finding.changedAt(), clock),
                new Span(finding.isEdited() ? ", edited" : ""));
        by.addClassName("hg-finding-by");
        var foot = new Div(by);
        foot.addClassName("hg-finding-foot");
        if (finding.mine()) {
            foot.add(
                    small("Edit", finding, () -> edit(finding, findings, viewer, onChange)),
                    small("Delete", finding, () -> delete(finding, findings, viewer, onChange)));
        }
        return foot;
    }

    private static Button small(String verb, Finding finding, Runnable action) {
        var button = new Button(verb, _ -> action.run());
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        button.setAriaLabel(verb + " " + finding.text().title());
        return button;
    }

    private static void edit(Finding finding, FindingService findings, CurrentViewer viewer, Runnable onChange) {
        FindingDialog.forChange("Edit finding", finding.text(), text -> {
                    findings.change(viewer.get(), finding.id(), text);
                    onChange.run();
                })
                .open();
    }

    private static void delete(Finding finding, FindingService findings, CurrentViewer viewer, Runnable onChange) {
        ConfirmedAction.ask(
                "Delete this finding?", finding.text().title() + " is gone for everybody.", "Delete", () -> {
                    findings.delete(viewer.get(), finding.id());
                    onChange.run();
                });
    }
}
