package org.histogrid.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.HasText;
import com.vaadin.flow.component.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// A time as people say it, with the exact one as its title.
@Tag("time")
public final class When extends Component implements HasText, HasStyle {

    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern(
                    "d MMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final int DAYS_IN_WORDS = 30;

    private When(Instant time, String words) {
        setText(words);
        getElement().setAttribute("datetime", time.toString());
        getElement().setAttribute("title", exact(time));
    }

    public static When relative(Instant time, Clock clock) {
        return new When(time, words(time, clock.instant()));
    }

    /// "just now", "5 minutes ago", "in 2 days"; beyond a month the date.
    public static String words(Instant time, Instant now) {
        var past = !time.isAfter(now);
        var distance = Duration.between(time, now).abs();
        if (distance.toDays() >= DAYS_IN_WORDS) {
            return DAY.format(time);
        }
        if (distance.toMinutes() < 1) {
            return past ? "just now" : "in a moment";
        }
        var text = distance.toDays() > 0
                ? count(distance.toDays(), "day")
                : distance.toHours() > 0 ? count(distance.toHours(), "hour") : count(distance.toMinutes(), "minute");
        return past ? text + " ago" : "in " + text;
    }

    public static String exact(Instant time) {
        return EXACT.format(time);
    }

    private static String count(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}
