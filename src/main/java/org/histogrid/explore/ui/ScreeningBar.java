package org.histogrid.explore.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.histogrid.base.Numbers;
import org.histogrid.base.ui.Buttons;
import org.histogrid.base.ui.Polling;
import org.histogrid.base.ui.When;
import org.histogrid.dataset.LabelingRef;
import org.histogrid.screening.ScreeningService;
import org.histogrid.screening.ScreeningStatus;
import org.histogrid.screening.ScreeningStatus.Point;
import org.histogrid.screening.ScreeningStatus.State;
import org.histogrid.sharing.CurrentViewer;
import org.jspecify.annotations.Nullable;

/// How far the scores of all neurons are, and what can be done about it.
final class ScreeningBar extends Composite<Div> {

    private static final int POLL_MILLIS = 1_000;

    @SpringComponent
    static class Factory {

        private final ScreeningService screenings;
        private final CurrentViewer viewer;
        private final Clock clock;

        Factory(ScreeningService screenings, CurrentViewer viewer, Clock clock) {
            this.screenings = screenings;
            this.viewer = viewer;
            this.clock = clock;
        }

        /// @param onProgress called when there is more to see than before
        ScreeningBar create(Consumer<ScreeningStatus> onProgress) {
            return new ScreeningBar(this, onProgress);
        }
    }

    private final Factory services;
    private final Consumer<ScreeningStatus> onProgress;
    private final Span words = new Span();
    private final ProgressBar progress = new ProgressBar();
    private final Button screen = Buttons.plain("Screen", this::screen);
    private final Button cancel = Buttons.plain("Cancel", this::cancel);
    private @Nullable LabelingRef labeling;
    private Optional<ScreeningStatus> known = Optional.empty();
    private boolean isPolling;
    private boolean mayChange;

    private ScreeningBar(Factory services, Consumer<ScreeningStatus> onProgress) {
        this.services = services;
        this.onProgress = onProgress;
        words.getElement().setAttribute("role", "status");
        progress.getElement().setAttribute("aria-label", "Scoring neurons");
        getContent().addClassNames("hg-banner", "hg-screening");
        getContent().add(words, progress, screen, cancel);
    }

    /// Looks at the screening under a labeling, and again while it goes on.
    ///
    /// @param mayEdit whether this person may stop it and begin it anew
    void show(LabelingRef shown, boolean mayEdit) {
        labeling = shown;
        mayChange = mayEdit;
        begin();
    }

    private ScreeningStatus begin() {
        var status = look();
        known = Optional.of(status);
        poll();
        return status;
    }

    private LabelingRef labeling() {
        return Objects.requireNonNull(labeling, "No labeling is shown");
    }

    private ScreeningStatus look() {
        var status = services.screenings.status(services.viewer.get(), labeling());
        tell(status);
        return status;
    }

    private void poll() {
        if (!isPolling && known.filter(ScreeningBar::isAlive).isPresent()) {
            isPolling = true;
            Polling.of(this, POLL_MILLIS, this::lookAgain);
        }
    }

    private static boolean isAlive(ScreeningStatus status) {
        return status.isGoingOn() || status.isNullGoingOn();
    }

    private boolean lookAgain() {
        var before = known.orElseThrow();
        var now = look();
        known = Optional.of(now);
        isPolling = isAlive(now);
        if (finished(now) != finished(before)) {
            onProgress.accept(now);
        }
        return isPolling;
    }

    /// Whatever makes another picture: scores of a hook point, or its null.
    private static long finished(ScreeningStatus status) {
        return status.points().stream()
                .mapToLong(point -> (point.state() == State.DONE ? 1 : 0) + (point.nullState() == State.DONE ? 1 : 0))
                .sum();
    }

    private void tell(ScreeningStatus status) {
        var going = status.isGoingOn();
        var shuffling = !going && status.isNullGoingOn();
        words.setText(status.refused().orElseGet(() -> ScreeningWords.of(status)));
        progress.setVisible(going || shuffling);
        progress.setMax(Math.max(1, status.neurons()));
        progress.setValue(Math.clamp(
                going
                        ? status.done()
                        : status.points().stream().mapToLong(Point::nullDone).sum(),
                0,
                Math.max(1, status.neurons())));
        cancel.setVisible(mayChange && (going || shuffling));
        var isDone = status.isDone(Optional.empty());
        screen.setVisible(status.refused().isEmpty() && !going && !shuffling && (mayChange || !isDone));
        screen.setText(status.points().isEmpty() ? "Screen" : "Screen again");
        var finished = ScreeningWords.finished(status);
        words.getElement().setAttribute("title", finished.map(When::exact).orElse(""));
        if (!going && !shuffling && finished.isPresent() && isDone) {
            words.setText("%s screened %s."
                    .formatted(
                            Numbers.count(status.neurons(), "neuron"),
                            When.words(finished.get(), services.clock.instant())));
        }
        getContent().setClassName("hg-screening-quiet", isDone && !shuffling);
    }

    private void screen() {
        var isDone = known.filter(status -> status.isDone(Optional.empty())).isPresent();
        if (isDone) {
            services.screenings.again(services.viewer.get(), labeling());
        } else {
            services.screenings.request(services.viewer.get(), labeling());
        }
        onProgress.accept(begin());
    }

    private void cancel() {
        services.screenings.cancel(services.viewer.get(), labeling());
        begin();
    }
}
