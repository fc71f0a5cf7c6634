package org.histogrid.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.histogrid.screening.ScreeningRows.Phase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ScreeningTurnsTest {

    private final ScreeningTurns turns = new ScreeningTurns();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);
    private final List<String> done = Collections.synchronizedList(new ArrayList<>());

    private CompletableFuture<Void> longTurn(Phase phase) throws InterruptedException {
        var turn = CompletableFuture.runAsync(
                () -> turns.take(phase, () -> {
                    begun.countDown();
                    await(end);
                    done.add("long turn");
                }),
                Thread::startVirtualThread);
        begun.await();
        return turn;
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aPhaseWorksOnOneLabelingAtATime() throws Exception {
        var turn = longTurn(Phase.PROFILE);
        turns.take(Phase.PROFILE, () -> done.add("second"));
        assertThat(done).isEmpty();
        end.countDown();
        turn.join();
        turns.take(Phase.PROFILE, () -> done.add("third"));
        assertThat(done).containsExactly("long turn", "third");
    }

    @Test
    void scoresBeginWhileTheNullIsComputedWhichWaitsForThem() throws Exception {
        var scores = longTurn(Phase.PROFILE);
        var atTheNull = new CountDownLatch(1);
        var nulls = CompletableFuture.runAsync(
                () -> turns.take(Phase.NULL, () -> {
                    atTheNull.countDown();
                    turns.makeWay();
                    done.add("null");
                }),
                Thread::startVirtualThread);
        await(atTheNull);
        assertThat(done).isEmpty();
        end.countDown();
        CompletableFuture.allOf(scores, nulls).join();
        assertThat(done).containsExactly("long turn", "null");
    }

    @Test
    void aFailureGivesTheTurnBack() {
        try {
            turns.take(Phase.NULL, () -> {
                throw new IllegalStateException("failed");
            });
        } catch (IllegalStateException e) {
            done.add("failed");
        }
        turns.take(Phase.NULL, () -> done.add("next"));
        turns.makeWay();
        assertThat(done).containsExactly("failed", "next");
    }
}
