package org.histogrid.dataset.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.stream.Collectors;
import org.histogrid.base.Numbers;
import org.histogrid.base.ui.ConfirmedAction;
import org.histogrid.base.ui.DataTable;
import org.histogrid.dataset.DatasetDetails;
import org.histogrid.dataset.DatasetService;
import org.histogrid.dataset.DatasetUsage.Usage;
import org.histogrid.dataset.Labeling;
import org.histogrid.dataset.LabelingRule;
import org.histogrid.dataset.LabelingService;
import org.histogrid.sharing.CurrentViewer;

class LabelingSection extends Composite<Section> {

    private final DatasetDetails dataset;
    private final transient DatasetService datasets;
    private final transient LabelingService labelings;
    private final transient CurrentViewer viewer;
    private final transient Runnable changed;

    LabelingSection(
            DatasetDetails dataset,
            DatasetService datasets,
            LabelingService labelings,
            CurrentViewer viewer,
            Runnable fromFile,
            Runnable changed) {
        this.dataset = dataset;
        this.datasets = datasets;
        this.labelings = labelings;
        this.viewer = viewer;
        this.changed = changed;
        var head = new Div(new H2("Labelings"));
        head.addClassName("hg-section-head");
        var actions = new Div();
        actions.addClassName("hg-actions");
        if (dataset.mayEdit()) {
            actions.add(new Button("Add labels from a file", _ -> fromFile.run()));
        }
        if (dataset.mayEdit() && !dataset.columns().isEmpty()) {
            actions.add(new Button(
                    "Add labeling", _ -> new LabelingDialog(dataset, datasets, labelings, viewer, changed).open()));
        }
        head.add(actions);
        getContent().addClassName("hg-section");
        getContent().add(head, dataset.labelings().isEmpty() ? none() : table());
    }

    private static Paragraph none() {
        var none = new Paragraph("No labeling yet: without one, histograms show all samples as one class.");
        none.addClassName("hg-quiet");
        return none;
    }

    private DataTable table() {
        var table = new DataTable("Labelings", "Name", "Classes", "Rule", "#Left out", "");
        dataset.labelings()
                .forEach(labeling -> table.row(
                        labeling.name(),
                        new ClassBar(labeling.classes()),
                        rule(labeling.rule()),
                        Numbers.integer(dataset.samples() - labeling.labelled()),
                        dataset.mayEdit() ? actions(labeling) : ""));
        return table;
    }

    private static Span rule(LabelingRule rule) {
        var words = new Span(inWords(rule));
        words.addClassName("hg-rule");
        return words;
    }

    static String inWords(LabelingRule rule) {
        if (rule.threshold() != null) {
            return "%s from %s on is %s, below %s"
                    .formatted(rule.column(), Numbers.significant(rule.threshold()), rule.above(), rule.below());
        }
        var values = rule.values();
        return values == null
                ? rule.column()
                : rule.column() + ": "
                        + values.entrySet().stream()
                                .map(one -> String.join(", ", one.getValue()) + " is " + one.getKey())
                                .collect(Collectors.joining("; "));
    }

    private Div actions(Labeling labeling) {
        var edit = new Button(
                "Edit",
                _ -> new LabelingEditDialog(labeling, look -> {
                            labelings.change(viewer.get(), dataset.id(), labeling.id(), look);
                            changed.run();
                        })
                        .open());
        edit.setAriaLabel("Edit the labeling " + labeling.name());
        var delete = new Button("Delete", _ -> askToDelete(labeling));
        delete.setAriaLabel("Delete the labeling " + labeling.name());
        var actions = new Div(edit, delete);
        List.of(edit, delete).forEach(one -> one.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL));
        actions.addClassName("hg-actions");
        return actions;
    }

    private void askToDelete(Labeling labeling) {
        var usage = labelings.usage(viewer.get(), dataset.id(), labeling.id());
        var total = usage.stream().mapToInt(Usage::total).sum();
        var impact = new Div(new Paragraph(
                total == 0
                        ? "No project uses it."
                        : "%s it. Their rows say so until another labeling is chosen:"
                                .formatted(Numbers.count(total, "project uses", "projects use"))));
        if (total > 0) {
            impact.add(DatasetView.users(usage));
        }
        ConfirmedAction.ask("Delete the labeling %s?".formatted(labeling.name()), impact, "Delete", () -> {
            labelings.delete(viewer.get(), dataset.id(), labeling.id(), true);
            changed.run();
        });
    }
}
