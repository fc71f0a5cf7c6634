package org.histogrid.dataset.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/// What a step shows: what is in the files at the left, decisions at the right.
class WizardColumns extends Composite<Div> {

    private final StagedFiles files;
    private final LookPanel look;
    private final ImportForm form;
    private final ReportStep report;
    private final NotebookCard notebook;
    private final Paragraph noFiles = new Paragraph("Drop the matrix of activations and the labels. "
            + "What is inside is shown here, and nothing is imported before you say so.");
    private final Div left = new Div();
    private final Div right = new Div();

    WizardColumns(StagedFiles files, LookPanel look, ImportForm form, ReportStep report, NotebookCard notebook) {
        this.files = files;
        this.look = look;
        this.form = form;
        this.report = report;
        this.notebook = notebook;
        noFiles.addClassName("hg-quiet");
        left.addClassName("hg-section");
        right.addClassName("hg-section");
        getContent().add(left, right);
        getContent().addClassNames("hg-columns", "hg-wizard-columns");
    }

    void show(WizardStep step, boolean withoutFiles) {
        left.removeAll();
        right.removeAll();
        files.showIn(step);
        form.showStep(step);
        // Where there is room for one column only, what has to be decided comes first
        getContent().setClassName("hg-decisions-first", step == WizardStep.MAPPING || step == WizardStep.LABELS);
        getContent().setClassName("hg-wide-first", step == WizardStep.REPORT);
        noFiles.setVisible(withoutFiles);
        left.add(files);
        if (step == WizardStep.REPORT) {
            left.add(report);
            right.add(notebook);
        } else if (step == WizardStep.FILES) {
            right.add(noFiles, look);
        } else {
            left.add(look);
            right.add(form);
        }
    }
}
