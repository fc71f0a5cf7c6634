package org.histogrid.screening;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.histogrid.base.Conflict;
import org.histogrid.base.NotFound;
import org.histogrid.dataset.LabelingRef;
import org.histogrid.screening.ScreeningStatus.State;
import org.histogrid.sharing.Viewer;
import org.springframework.stereotype.Service;

/// For programs that cannot look again later: waits a while for scores that are being computed.
@Service
public class ScreeningWait {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final ScreeningService screenings;

    ScreeningWait(ScreeningService screenings) {
        this.screenings = screenings;
    }

    /// Until a hook point, or all of them, can be ranked and have their null. Asks for what nobody asked for yet. When
    /// the time is over the scores must be there; the null may follow.
    ///
    /// @throws NotFound if the labeling may not be seen or is not there
    /// @throws Conflict if there are no scores in time, or they failed or were cancelled
    public void await(Viewer viewer, LabelingRef ref, Optional<Integer> hookPoint, Duration most) {
        var end = System.nanoTime() + most.toNanos();
        var status = screenings.status(viewer, ref);
        if (status.points().isEmpty()) {
            screenings.request(viewer, ref);
            status = screenings.status(viewer, ref);
        }
        while (isComing(status, hookPoint) && System.nanoTime() < end) {
            pause();
            status = screenings.status(viewer, ref);
        }
        requireDone(status, hookPoint);
    }

    private static boolean isComing(ScreeningStatus status, Optional<Integer> hookPoint) {
        return status.points().stream()
                .filter(point -> hookPoint.isEmpty() || hookPoint.get() == point.hookPoint())
                .anyMatch(point -> point.state().isGoingOn()
                        || (point.state() == State.DONE && point.nullState().isGoingOn()));
    }

    private static void requireDone(ScreeningStatus status, Optional<Integer> hookPoint) {
        if (status.isDone(hookPoint)) {
            return;
        }
        var problem = status.points().stream()
                .filter(point -> hookPoint.isEmpty() || hookPoint.get() == point.hookPoint())
                .filter(point -> !point.state().isGoingOn() && point.state() != State.DONE)
                .findFirst()
                .map(point -> point.state() == State.CANCELLED
                        ? "Scoring the neurons was cancelled. Ask for it again."
                        : point.problem());
        throw new Conflict(
                problem.orElseGet(() -> "The neurons are being scored: %d of %d are done. Ask again in a while."
                        .formatted(status.done(), status.neurons())),
                List.of());
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for scores", e);
        }
    }
}
