package org.histogrid.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SearchesTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final Searches<String, Integer> searches = new Searches<>("answers", 1, 1, 10);
    private final AtomicInteger looked = new AtomicInteger();

    @AfterEach
    void close() {
        searches.close();
    }

    private static Search<Integer> search() {
        return new Search<>(3, LONG);
    }

    private int look(Search<Integer> search) {
        search.count(2);
        search.requireWanted();
        return looked.incrementAndGet();
    }

    @Test
    void answerIsRememberedUntilItIsForgotten() {
        var search = searches.start("a", search(), this::look);
        assertThat(search.await()).isEqualTo(1);
        assertThat(search.done()).isEqualTo(search.total()).isEqualTo(3);
        assertThat(searches.start("a", search(), this::look).result()).hasValue(1);
        assertThat(searches.start("b", search(), this::look).await()).isEqualTo(2);

        searches.forget("a"::equals);
        assertThat(searches.known("a")).isEmpty();
        assertThat(searches.known("b")).hasValue(2);
        assertThat(searches.start("a", search(), this::look).await()).isEqualTo(3);
    }

    @Test
    void answerFoundWhileSomethingChangedIsNotRemembered() {
        var search = searches.start("a", search(), one -> {
            searches.forget("a"::equals);
            return look(one);
        });
        assertThat(search.await()).isEqualTo(1);
        assertThat(searches.known("a")).isEmpty();
    }

    @Test
    void whatWaitsIsOverAsSoonAsItIsCancelledAndMoreThanMayWaitIsRefused() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var enough = new CountDownLatch(1);
        var first = searches.start("a", search(), one -> {
            begun.countDown();
            await().until(() -> enough.getCount() == 0);
            return look(one);
        });
        begun.await();
        var waiting = searches.start("b", search(), this::look);
        assertThatThrownBy(() -> searches.start("c", search(), this::look))
                .isInstanceOf(Conflict.class)
                .hasMessage("Many are looking for answers just now. Try again in a few minutes.");
        assertThat(waiting.result()).isEmpty();

        waiting.cancel();
        assertThat(waiting.isOver()).isTrue();
        assertThatThrownBy(waiting::result).isInstanceOf(Search.Cancelled.class);
        first.cancel();
        enough.countDown();
        assertThatThrownBy(first::await).isInstanceOf(Search.Cancelled.class);
        await().ignoreExceptionsInstanceOf(Conflict.class)
                .until(() -> searches.start("d", search(), this::look).await() == 1);
    }

    @Test
    void failureIsToldToWhoWaits() {
        var search = searches.start("a", search(), _ -> {
            throw new BadInput("There is none.");
        });
        assertThatThrownBy(search::await).isInstanceOf(BadInput.class).hasMessage("There is none.");
        assertThat(searches.known("a")).isEmpty();
    }

    @Test
    void whatRunsForTooLongEnds() {
        var search = searches.start("a", new Search<>(1, Duration.ofMillis(10)), one -> {
            while (true) {
                one.requireWanted();
            }
        });
        assertThatThrownBy(search::await).isInstanceOf(BadInput.class).hasMessageContaining("took longer than");
    }
}
