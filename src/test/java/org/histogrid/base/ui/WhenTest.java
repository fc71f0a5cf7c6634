package org.histogrid.base.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class WhenTest {

    private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");

    private static String ago(Duration distance) {
        return When.words(NOW.minus(distance), NOW);
    }

    @Test
    void timesReadAsPeopleSayThem() {
        assertThat(ago(Duration.ofSeconds(30))).isEqualTo("just now");
        assertThat(ago(Duration.ofMinutes(1))).isEqualTo("1 minute ago");
        assertThat(ago(Duration.ofMinutes(59))).isEqualTo("59 minutes ago");
        assertThat(ago(Duration.ofHours(23))).isEqualTo("23 hours ago");
        assertThat(ago(Duration.ofDays(2))).isEqualTo("2 days ago");
        assertThat(ago(Duration.ofDays(40))).isEqualTo("29 Jan 2026");
        assertThat(When.words(NOW.plus(Duration.ofHours(3)), NOW)).isEqualTo("in 3 hours");
    }

    @Test
    void exactTimeIsTheTitle() {
        var when = When.relative(NOW.minusSeconds(7200), Clock.fixed(NOW, ZoneOffset.UTC));
        assertThat(when.getText()).isEqualTo("2 hours ago");
        assertThat(when.getElement().getAttribute("title")).isEqualTo("10 Mar 2026, 10:00 UTC");
    }
}
