package org.histogrid.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

    /// Thin spaces as underscores, so that they are seen.
    private static String visible(String text) {
        return text.replace(Numbers.THIN_SPACE, '_').replace('\u2212', '-');
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "999, 999", "1000, 1_000", "12345, 12_345", "1234567, 1_234_567", "-1234, -1_234"})
    void integersHaveThinSpacesBetweenGroups(long number, String text) {
        assertThat(visible(Numbers.integer(number))).isEqualTo(text);
    }

    @Test
    void groupsDoNotFollowTheLocaleOfTheServer() {
        var before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            assertThat(visible(Numbers.integer(12_345))).isEqualTo("12_345");
            assertThat(Numbers.significant(0.5)).isEqualTo("0.5");
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 bytes",
        "1, 1 byte",
        "812, 812 bytes",
        "1000, 1_kB",
        "81920000, 81.9_MB",
        "999960000, 1_GB",
        "20000000000, 20_GB"
    })
    void bytesHaveDecimalUnits(long bytes, String text) {
        assertThat(visible(Numbers.bytes(bytes))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0_%", "0.001, <1_%", "0.333, 33_%", "0.999, >99_%", "1, 100_%"})
    void percentsNeverRoundToNothingOrAll(double share, String text) {
        assertThat(visible(Numbers.percent(share))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "0.12345, 0.123",
        "0.5, 0.5",
        "99.96, 100",
        "12345, 12_300",
        "-2.5, -2.5",
        "0.00012345, 1.23e-4",
        "1234567, 1.23e6",
        "-1234567, -1.23e6",
        "NaN, NaN",
        "Infinity, \u221e"
    })
    void scoresHaveThreeSignificantDigits(double number, String text) {
        assertThat(visible(Numbers.significant(number))).isEqualTo(text);
    }

    @Test
    void countsAgreeWithTheirNoun() {
        assertThat(Numbers.count(1, "sample")).isEqualTo("1 sample");
        assertThat(Numbers.count(2, "class", "classes")).isEqualTo("2 classes");
    }
}
