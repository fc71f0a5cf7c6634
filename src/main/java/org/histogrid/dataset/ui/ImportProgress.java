package org.histogrid.dataset.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.time.Clock;
import org.histogrid.base.ui.EmptyState;
import org.histogrid.base.ui.Polling;
import org.histogrid.dataset.ImportService;
import org.histogrid.dataset.ImportStatus;
import org.histogrid.dataset.ImportStatus.State;
import org.histogrid.sharing.Viewer;

/// An import that runs, and how it ended.
class ImportProgress extends Composite<Section> {

    private static final int POLL_MILLIS = 500;

    private final transient ImportService imports;
    private final Viewer viewer;
    private final transient Clock clock;
    private final ProgressBar bar = new ProgressBar(0, 1);
    private final Span words = new Span();
    private final Button cancel = new Button("Cancel import");
    private final Div running = new Div(bar, words, cancel);
    private final Div ended = new Div();
    private final ImportReportCard report = new ImportReportCard();
    private final ImportLogSection log = new ImportLogSection();
    private ImportStatus status;

    ImportProgress(ImportService imports, Viewer viewer, Clock clock, ImportStatus status) {
        this.imports = imports;
        this.viewer = viewer;
        this.clock = clock;
        this.status = status;
        bar.getElement().setAttribute("aria-label", "Progress of the import");
        words.addClassName("hg-figures");
        words.getElement().setAttribute("aria-live", "polite");
        cancel.addClickListener(_ -> {
            imports.cancel(viewer, this.status.id());
            look();
        });
        running.addClassNames("hg-card", "hg-form");
        getContent().addClassName("hg-section");
        getContent().add(running, ended, report, log);
        show();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        if (!status.state().isOver()) {
            Polling.of(this, POLL_MILLIS, this::look);
        }
    }

    private boolean look() {
        status = imports.find(viewer, status.id());
        show();
        return !status.state().isOver();
    }

    private void show() {
        var over = status.state().isOver();
        log.show(imports.log(viewer, status.id()));
        running.setVisible(!over);
        bar.setIndeterminate(status.state() == State.QUEUED);
        bar.setValue(status.share());
        words.setText(inWords());
        cancel.setEnabled(!status.cancelling());
        ended.setVisible(over);
        if (over) {
            ended.removeAll();
            ended.add(outcome());
        }
        if (status.state() == State.SUCCEEDED) {
            status.report().ifPresent(made -> report.show(made, true));
        }
    }

    private String inWords() {
        if (status.cancelling()) {
            return "Cancelling";
        }
        return status.state() == State.QUEUED
                ? "Waiting for its turn"
                : ImportWords.progressWithSize(status, clock.instant());
    }

    private EmptyState outcome() {
        return switch (status.state()) {
            case SUCCEEDED ->
                new EmptyState(
                        "%s is imported".formatted(status.name()),
                        "Make a project to compare its neurons, or look at what was imported.",
                        status.dataset()
                                .map(id -> new Anchor(DatasetNavigation.pathOf(id), "Open dataset"))
                                .orElseGet(() -> new Anchor(DatasetNavigation.LIST, "Datasets")));
            case CANCELLED -> new EmptyState("This import was cancelled", "Nothing of it was kept.", again());
            default ->
                new EmptyState(
                        "This import failed",
                        status.problem().map(ImportStatus.Problem::detail).orElse("Nothing of it was kept."),
                        again());
        };
    }

    private static Anchor again() {
        return new Anchor(DatasetNavigation.IMPORT, "Import again");
    }
}
