package org.histogrid.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvCellsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"=1+1", "+1+1", "-1-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "-", "- item", "=", "+A1"})
    void textThatReadsAsAFormulaIsMadeText(String cell) {
        assertThat(CsvCells.guarded(cell)).isEqualTo("'" + cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a=b", "-1", "+.5e3", "-inf", "1-1", " =1", "'=1", "λ"})
    void otherTextAndNumbersStay(String cell) {
        assertThat(CsvCells.guarded(cell)).isEqualTo(cell);
    }
}
