package org.histogrid.dataset;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How fast an import goes. In its first seconds a rate would be a guess, so there is none.
public record ImportPace(long done, long total, Instant startedAt, Instant now) {

    private static final Duration TOO_EARLY = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofDays(365);

    /// Bytes a second since the start; empty in the first two seconds and while nothing is done.
    public Optional<Double> bytesASecond() {
        var passed = Duration.between(startedAt, now);
        if (passed.compareTo(TOO_EARLY) < 0 || done <= 0) {
            return Optional.empty();
        }
        return Optional.of(done * 1e9 / passed.toNanos());
    }

    /// What is left at this rate, in whole seconds rounded up; nothing once all is done.
    public Optional<Duration> remaining() {
        return bytesASecond()
                .map(rate -> Math.ceil(Math.max(0, total - done) / rate))
                .filter(seconds -> seconds <= LONGEST.toSeconds())
                .map(seconds -> Duration.ofSeconds(seconds.longValue()));
    }
}
