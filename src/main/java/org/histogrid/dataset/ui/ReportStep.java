package org.histogrid.dataset.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableSupplier;
import com.vaadin.flow.shared.Registration;
import java.util.Optional;
import org.histogrid.base.BadInput;
import org.histogrid.base.Numbers;
import org.histogrid.base.ui.Polling;
import org.histogrid.dataset.ImportCheck;

/// What will be made: the files are read through on the server, whether somebody waits or not.
class ReportStep extends Composite<Div> {

    private static final int POLL_MILLIS = 500;

    private final ProgressBar bar = new ProgressBar(0, 1);
    private final Span words = new Span();
    private final Div reading = new Div();
    private final Paragraph waits = new Paragraph("Decide what is asked above; then the files are read through here.");
    private final ImportReportCard report = new ImportReportCard();
    private final transient SerializableConsumer<BadInput> onProblem;
    private Optional<Registration> polling = Optional.empty();

    ReportStep(SerializableConsumer<BadInput> onProblem) {
        this.onProblem = onProblem;
        bar.getElement().setAttribute("aria-label", "Reading the files through");
        words.addClassName("hg-figures");
        words.getElement().setAttribute("aria-live", "polite");
        var may = new Paragraph("You may leave this page and come back: nothing is lost.");
        may.addClassNames("hg-quiet", "hg-small");
        reading.add(words, bar, may);
        reading.addClassNames("hg-card", "hg-form");
        waits.addClassName("hg-quiet");
        getContent().addClassName("hg-section");
        getContent().add(waits, reading, report);
        ask();
    }

    /// Nothing is read while something is undecided.
    void ask() {
        stop();
        waits.setVisible(true);
        reading.setVisible(false);
        report.setVisible(false);
    }

    /// Looks until it is over.
    void start(SerializableSupplier<ImportCheck> check) {
        stop();
        waits.setVisible(false);
        report.setVisible(false);
        if (look(check)) {
            polling = Optional.of(Polling.of(this, POLL_MILLIS, () -> look(check)));
        }
    }

    /// Whether the report is there, or it is clear that there is none yet.
    boolean isOver() {
        return !reading.isVisible();
    }

    void stop() {
        polling.ifPresent(Registration::remove);
        polling = Optional.empty();
    }

    private boolean look(SerializableSupplier<ImportCheck> check) {
        var state = check.get();
        reading.setVisible(!state.isOver());
        bar.setIndeterminate(state.total() == 0);
        bar.setValue(Math.clamp(state.share(), 0, 1));
        words.setText(
                state.total() == 0
                        ? "Reading the files through"
                        : "Reading the files through: %s, %s of %s"
                                .formatted(
                                        Numbers.percent(state.share()),
                                        Numbers.bytes(state.done()),
                                        Numbers.bytes(state.total())));
        state.report().ifPresent(report::show);
        state.problem().ifPresent(problem -> {
            ask();
            onProblem.accept(problem);
        });
        return !state.isOver();
    }
}
