package org.histogrid.dataset.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.stream.Collectors;
import org.histogrid.base.ui.ConfirmedAction;
import org.histogrid.base.ui.DataTable;
import org.histogrid.base.ui.Figures;
import org.histogrid.dataset.DatasetDetails;
import org.histogrid.dataset.DatasetService;
import org.histogrid.dataset.Labeling;
import org.histogrid.dataset.LabelingRule;
import org.histogrid.sharing.CurrentViewer;

class LabelingSection extends Composite<Section> {

    private final DatasetDetails dataset;
    private final transient DatasetService datasets;
    private final transient CurrentViewer viewer;
    private final transient Runnable changed;

    LabelingSection(DatasetDetails dataset, DatasetService datasets, CurrentViewer viewer, Runnable changed) {
        this.dataset = dataset;
        this.datasets = datasets;
        this.viewer = viewer;
        this.changed = changed;
        var head = new Div(new H2("Labelings"));
        head.addClassName("hg-section-head");
        if (dataset.mayEdit() && !dataset.columns().isEmpty()) {
            head.add(new Button("Add labeling", _ -> new LabelingDialog(dataset, datasets, viewer, changed).open()));
        }
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
                        Figures.integer(dataset.samples() - labeling.labelled()),
                        dataset.mayEdit() ? deleteButton(labeling) : ""));
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
                    .formatted(rule.column(), Figures.significant(rule.threshold()), rule.above(), rule.below());
        }
        var values = rule.values();
        return values == null
                ? rule.column()
                : rule.column() + ": "
                        + values.entrySet().stream()
                                .map(one -> String.join(", ", one.getValue()) + " is " + one.getKey())
                                .collect(Collectors.joining("; "));
    }

    private Button deleteButton(Labeling labeling) {
        var button = new Button(
                "Delete",
                _ -> ConfirmedAction.ask(
                        "Delete the labeling %s?".formatted(labeling.name()),
                        "Rows of projects that use it say so until another labeling is chosen.",
                        "Delete",
                        () -> {
                            datasets.deleteLabeling(viewer.get(), dataset.id(), labeling.id());
                            changed.run();
                        }));
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        button.setAriaLabel("Delete the labeling " + labeling.name());
        return button;
    }
}
