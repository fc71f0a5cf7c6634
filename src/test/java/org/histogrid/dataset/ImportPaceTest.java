package org.histogrid.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ImportPaceTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private static ImportPace after(Duration passed, long done, long total) {
        return new ImportPace(done, total, START, START.plus(passed));
    }

    @Test
    void rateIsBytesASecondSinceTheStart() {
        var pace = after(Duration.ofSeconds(4), 100, 1_000);
        assertThat(pace.bytesASecond()).contains(25.0);
        assertThat(pace.remaining()).contains(Duration.ofSeconds(36));
    }

    @Test
    void nothingIsSaidBeforeTwoSecondsHavePassed() {
        assertThat(after(Duration.ofMillis(1_999), 100, 1_000).bytesASecond()).isEmpty();
        assertThat(after(Duration.ofMillis(1_999), 100, 1_000).remaining()).isEmpty();
        assertThat(after(Duration.ofSeconds(2), 100, 1_000).bytesASecond()).contains(50.0);
    }

    @Test
    void nothingIsSaidWhileNothingIsDone() {
        assertThat(after(Duration.ofSeconds(10), 0, 1_000).bytesASecond()).isEmpty();
        assertThat(after(Duration.ofSeconds(10), 0, 1_000).remaining()).isEmpty();
    }

    @Test
    void clockThatWentBackSaysNothing() {
        assertThat(after(Duration.ofSeconds(-5), 100, 1_000).bytesASecond()).isEmpty();
    }

    @Test
    void timeLeftIsRoundedUpAndNeverBelowZero() {
        assertThat(after(Duration.ofSeconds(2), 3, 4).remaining()).contains(Duration.ofSeconds(1));
        assertThat(after(Duration.ofSeconds(2), 4, 4).remaining()).contains(Duration.ZERO);
        assertThat(after(Duration.ofSeconds(2), 5, 4).remaining()).contains(Duration.ZERO);
    }

    @Test
    void largeImportsOverflowNothing() {
        var pace = after(Duration.ofDays(2), Long.MAX_VALUE / 4, Long.MAX_VALUE / 2);
        assertThat(pace.bytesASecond().orElseThrow()).isGreaterThan(1e12);
        assertThat(pace.remaining().orElseThrow()).isBetween(Duration.ofHours(47), Duration.ofHours(49));
        assertThat(after(Duration.ofDays(2), 1, Long.MAX_VALUE).remaining()).isEmpty();
    }
}
