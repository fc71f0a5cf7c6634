package org.histogrid.explore.ui;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.histogrid.base.Numbers;
import org.histogrid.screening.ScreeningStatus;
import org.histogrid.screening.ScreeningStatus.Point;
import org.histogrid.screening.ScreeningStatus.State;

/// How far a screening is, in words.
final class ScreeningWords {

    private ScreeningWords() {}

    static String of(ScreeningStatus status) {
        if (status.points().isEmpty()) {
            return "The neurons were not scored under this labeling yet.";
        }
        if (status.isGoingOn()) {
            var isWaiting = status.points().stream().noneMatch(point -> point.state() == State.RUNNING);
            return isWaiting
                    ? "Waits to be screened."
                    : "Scoring neurons: %s of %s."
                            .formatted(Numbers.integer(status.done()), Numbers.integer(status.neurons()));
        }
        return failure(status).or(() -> stopped(status)).orElse("Shuffling labels, to see what chance alone reaches.");
    }

    private static Optional<String> failure(ScreeningStatus status) {
        return status.points().stream()
                .filter(point -> point.state() == State.FAILED)
                .findFirst()
                .map(point -> "The screening failed. " + point.problem());
    }

    private static Optional<String> stopped(ScreeningStatus status) {
        return status.points().stream().anyMatch(point -> point.state() == State.CANCELLED)
                ? Optional.of("The screening was stopped: %s of %s are scored."
                        .formatted(Numbers.integer(status.done()), Numbers.count(status.neurons(), "neuron")))
                : Optional.empty();
    }

    static Optional<Instant> finished(ScreeningStatus status) {
        return status.points().stream()
                .map(Point::finishedAt)
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder());
    }
}
