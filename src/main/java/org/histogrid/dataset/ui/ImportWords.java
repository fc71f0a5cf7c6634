package org.histogrid.dataset.ui;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.histogrid.base.Numbers;
import org.histogrid.dataset.ImportPace;
import org.histogrid.dataset.ImportStatus;
import org.histogrid.dataset.ImportStatus.State;

/// How an import stands, in words.
final class ImportWords {

    private ImportWords() {}

    static String state(ImportStatus status) {
        if (status.cancelling()) {
            return "Cancelling";
        }
        return switch (status.state()) {
            case DRAFT -> "Not started";
            case QUEUED -> "Waiting";
            case RUNNING -> "Running";
            case SUCCEEDED -> "Imported";
            case FAILED -> "Failed";
            case CANCELLED -> "Cancelled";
        };
    }

    /// "46 %, 41.2 MB/s, 12 s left", as far as it is known.
    static String progress(ImportStatus status, Instant now) {
        return status.state() == State.QUEUED
                ? "waiting"
                : joined(Stream.of(Numbers.percent(status.share())), pace(status, now));
    }

    /// "46 %, 38 MB of 82 MB, 41.2 MB/s, 12 s left", as far as it is known.
    static String progressWithSize(ImportStatus status, Instant now) {
        return joined(
                Stream.of(
                        Numbers.percent(status.share()),
                        "%s of %s".formatted(Numbers.bytes(status.done()), Numbers.bytes(status.total()))),
                pace(status, now));
    }

    private static Stream<String> pace(ImportStatus status, Instant now) {
        if (status.state() != State.RUNNING || status.startedAt().isEmpty()) {
            return Stream.empty();
        }
        var pace =
                new ImportPace(status.done(), status.total(), status.startedAt().orElseThrow(), now);
        return Stream.concat(
                pace.bytesASecond().map(rate -> Numbers.bytes(Math.round(rate)) + "/s").stream(),
                pace.remaining().map(left -> duration(left) + " left").stream());
    }

    private static String joined(Stream<String> first, Stream<String> second) {
        return Stream.concat(first, second).collect(Collectors.joining(", "));
    }

    /// "4 s", "2 min 5 s", "3 h 12 min"; what took less than a second "<1 s".
    static String duration(Duration duration) {
        if (duration.toHours() > 0) {
            return unit(duration.toHours(), "h") + " " + unit(duration.toMinutesPart(), "min");
        }
        if (duration.toMinutes() > 0) {
            return unit(duration.toMinutes(), "min") + " " + unit(duration.toSecondsPart(), "s");
        }
        return duration.toSeconds() == 0 && !duration.isZero() ? "<" + unit(1, "s") : unit(duration.toSeconds(), "s");
    }

    private static String unit(long number, String unit) {
        return Numbers.integer(number) + Numbers.THIN_SPACE + unit;
    }
}
