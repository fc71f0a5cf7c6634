package org.histogrid.dataset.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.histogrid.dataset.ImportId;
import org.histogrid.dataset.ImportStatus;
import org.histogrid.dataset.ImportStatus.State;
import org.junit.jupiter.api.Test;

class ImportWordsTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private static ImportStatus status(State state, long done) {
        return new ImportStatus(
                new ImportId(UUID.randomUUID()),
                state,
                "Run",
                List.of(),
                Optional.empty(),
                done,
                200_000_000,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                START,
                state == State.QUEUED ? Optional.empty() : Optional.of(START),
                Optional.empty());
    }

    @Test
    void progressTellsShareRateAndTimeLeft() {
        assertThat(ImportWords.progress(status(State.RUNNING, 50_000_000), START.plusSeconds(5)))
                .isEqualTo("25\u202f%, 10\u202fMB/s, 15\u202fs left");
        assertThat(ImportWords.progressWithSize(status(State.RUNNING, 50_000_000), START.plusSeconds(5)))
                .isEqualTo("25\u202f%, 50\u202fMB of 200\u202fMB, 10\u202fMB/s, 15\u202fs left");
    }

    @Test
    void firstSecondsTellNoRate() {
        assertThat(ImportWords.progress(status(State.RUNNING, 50_000_000), START.plusSeconds(1)))
                .isEqualTo("25\u202f%");
        assertThat(ImportWords.progress(status(State.QUEUED, 0), START)).isEqualTo("waiting");
    }

    @Test
    void durationsAreShort() {
        assertThat(ImportWords.duration(Duration.ofMillis(300))).isEqualTo("<1\u202fs");
        assertThat(ImportWords.duration(Duration.ZERO)).isEqualTo("0\u202fs");
        assertThat(ImportWords.duration(Duration.ofSeconds(59))).isEqualTo("59\u202fs");
        assertThat(ImportWords.duration(Duration.ofSeconds(125))).isEqualTo("2\u202fmin 5\u202fs");
        assertThat(ImportWords.duration(Duration.ofMinutes(192))).isEqualTo("3\u202fh 12\u202fmin");
    }
}
