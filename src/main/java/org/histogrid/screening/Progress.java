package org.histogrid.screening;

import java.util.function.BooleanSupplier;
import org.histogrid.base.ServerStopping;
import org.histogrid.screening.ScreeningRows.Phase;

/// Asks now and then, while vectors are worked on, whether the work is still wanted.
final class Progress {

    private static final long NANOS_BETWEEN = 500_000_000;

    private final ScreeningRows rows;
    private final Phase phase;
    private final ScreeningRef ref;
    private final int run;
    private final BooleanSupplier stopping;
    private long askedAt = System.nanoTime();

    Progress(ScreeningRows rows, Phase phase, ScreeningRef ref, int run, BooleanSupplier stopping) {
        this.rows = rows;
        this.phase = phase;
        this.ref = ref;
        this.run = run;
        this.stopping = stopping;
    }

    /// @throws ServerStopping when it is
    /// @throws ScreeningRunner.Unwanted when nobody wants it any more
    void check() {
        if (stopping.getAsBoolean()) {
            throw new ServerStopping();
        }
        if (System.nanoTime() - askedAt > NANOS_BETWEEN) {
            askedAt = System.nanoTime();
            if (!rows.isWanted(phase, ref, run)) {
                throw new ScreeningRunner.Unwanted();
            }
        }
    }

    /// In the transaction that writes what is done.
    void record(int done) {
        if (!rows.record(phase, ref, run, done)) {
            throw new ScreeningRunner.Unwanted();
        }
    }
}
