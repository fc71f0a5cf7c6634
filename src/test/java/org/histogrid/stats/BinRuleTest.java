package org.histogrid.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BinRuleTest {

    @Test
    void namesAreReadInAnyCase() {
        assertThat(BinRule.parse("fd")).isEqualTo(BinRule.Estimator.FD);
        assertThat(BinRule.parse(" Auto ")).isEqualTo(BinRule.Estimator.AUTO);
        assertThat(BinRule.parse("50")).isEqualTo(new BinRule.Count(50));
        assertThat(BinRule.parse("width:0.5")).isEqualTo(new BinRule.Width(0.5));
        assertThat(BinRule.parse("edges:0, 1,2.5")).isEqualTo(BinRule.Edges.of(0, 1, 2.5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto", "stone", "1", "1000", "width:1.0E-7", "edges:-1.0,0.1,2.0"})
    void textIsReadBack(String text) {
        assertThat(BinRule.parse(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0          | Bins must be between 1 and 1,000, not 0.",
                "-3         | Bins must be between 1 and 1,000, not -3.",
                "1001       | Bins must be between 1 and 1,000, not 1,001.",
                "1000000000 | Bins must be between 1 and 1,000, not 1,000,000,000.",
                "99999999999999999999 | Bins must be between 1 and 1,000, not 99,999,999,999,999,999,999.",
                "width:0    | The width of a bin must be a finite number above 0, not 0.",
                "width:NaN  | The width of a bin must be a finite number above 0, not NaN.",
                "width:x    | \"x\" is not a number.",
                "edges:1    | Give between 2 and 10,001 edges, not 1.",
                "edges:1,1  | Edges must rise: 1 does not come after 1.",
                "edges:2,1.5 | Edges must rise: 1.5 does not come after 2.",
                "edges:0,NaN | An edge must be a finite number, not NaN.",
            })
    void badNumbersAreRefusedWithASentence(String text, String sentence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BinRule.parse(text))
                .withMessage(sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "abc", "", "1e3", "5.5", "0x10", "\u0663"})
    void whatIsNoRuleIsRefusedWithTheRulesThereAre(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BinRule.parse(text))
                .withMessageStartingWith("\"" + text + "\" is not a bin rule: give auto, fd,");
    }

    @Test
    void labelsAreForPeople() {
        assertThat(BinRule.Estimator.FD.label()).isEqualTo("Freedman-Diaconis");
        assertThat(new BinRule.Count(100).label()).isEqualTo("100 bins");
        assertThat(new BinRule.Count(1).label()).isEqualTo("1 bin");
        assertThat(new BinRule.Width(0.5).label()).isEqualTo("width 0.5");
        assertThat(BinRule.Edges.of(1, 2, 3, 4, 5).label()).isEqualTo("5 given edges");
        assertThat(new BinRange.Clip(1, 99).label()).isEqualTo("percentiles 1 to 99");
    }

    @Test
    void rangesOutOfOrderAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BinRange.Between(2, 2))
                .withMessage("The low end of a range must be below its high end: 2 is not below 2.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BinRange.Between(Double.NaN, 2))
                .withMessage("Both ends of a range must be finite numbers, not NaN and 2.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BinRange.Clip(5, 101))
                .withMessage("Percentiles must rise between 0 and 100: 5 and 101 do not.");
    }

    @Test
    void givenEdgesCannotBeChangedAfterwards() {
        var given = new java.util.ArrayList<>(List.of(0.0, 1.0));
        var rule = new BinRule.Edges(given);
        given.set(1, -1.0);
        assertThat(rule.edges()).containsExactly(0.0, 1.0);
    }
}
