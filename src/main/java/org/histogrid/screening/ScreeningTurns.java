package org.histogrid.screening;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.histogrid.screening.ScreeningRows.Phase;
import org.springframework.stereotype.Component;

/// Whose turn it is in this instance of the application: either phase works on one labeling at a time with all
/// processors. The null takes longer and nobody waits for it, so it makes way for scores.
@Component
class ScreeningTurns {

    /// Longer than whoever makes way looks whether it has to
    private static final long PATIENCE_MILLIS = 200;

    private final Map<Phase, Lock> taken = Map.of(Phase.PROFILE, new ReentrantLock(), Phase.NULL, new ReentrantLock());

    /// Does nothing where the phase works on another labeling.
    void take(Phase phase, Runnable work) {
        var turn = of(phase);
        try {
            if (!turn.tryLock(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        try {
            work.run();
        } finally {
            turn.unlock();
        }
    }

    /// Waits while neurons are scored.
    void makeWay() {
        var scores = of(Phase.PROFILE);
        scores.lock();
        scores.unlock();
    }

    private Lock of(Phase phase) {
        return Objects.requireNonNull(taken.get(phase));
    }
}
