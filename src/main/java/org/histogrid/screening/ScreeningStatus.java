package org.histogrid.screening;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How far the screening of a dataset under a labeling has come.
///
/// @param refused why this labeling cannot be screened; empty where it can
/// @param points each hook point that is asked for, by its id; those nobody asked for are missing
public record ScreeningStatus(Optional<String> refused, List<Point> points) implements Serializable {

    public ScreeningStatus {
        points = List.copyOf(points);
    }

    /// Where a job is.
    public enum State {
        /// Waits for its turn.
        QUEUED,
        /// Is being computed.
        RUNNING,
        /// Is there.
        DONE,
        /// Could not be computed.
        FAILED,
        /// Was stopped.
        CANCELLED;

        /// Whether it is still to come.
        public boolean isGoingOn() {
            return this == QUEUED || this == RUNNING;
        }
    }

    /// A hook point.
    ///
    /// @param hookPoint its id
    /// @param state of the scores
    /// @param done neurons that are scored
    /// @param neurons how many there are
    /// @param problem why it failed, else empty
    /// @param nullState of the permuted labels
    /// @param nullDone neurons that went into the null
    /// @param run how often it began anew
    /// @param finishedAt when the scores were there
    public record Point(
            int hookPoint,
            State state,
            int done,
            int neurons,
            String problem,
            State nullState,
            int nullDone,
            int run,
            Optional<Instant> finishedAt)
            implements Serializable {}

    /// Whether scores are still being computed.
    public boolean isGoingOn() {
        return points.stream().anyMatch(point -> point.state().isGoingOn());
    }

    /// Whether the null is still being computed, or is about to be.
    public boolean isNullGoingOn() {
        return points.stream()
                .anyMatch(point -> point.state() != State.FAILED
                        && point.state() != State.CANCELLED
                        && point.nullState().isGoingOn());
    }

    /// Whether a hook point, or all that are asked for, can be ranked.
    public boolean isDone(Optional<Integer> hookPoint) {
        var wanted = points.stream()
                .filter(point -> hookPoint.isEmpty() || hookPoint.get() == point.hookPoint())
                .toList();
        return !wanted.isEmpty() && wanted.stream().allMatch(point -> point.state() == State.DONE);
    }

    /// Neurons that are scored, over all hook points.
    public long done() {
        return points.stream().mapToLong(Point::done).sum();
    }

    /// Neurons there are, over all hook points.
    public long neurons() {
        return points.stream().mapToLong(Point::neurons).sum();
    }
}
