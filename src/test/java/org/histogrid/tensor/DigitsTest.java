package org.histogrid.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigitsTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "7", "00", "12", "123", "1234", "12345", "123456", "1234567", "12345678", "00040375"})
    void eachNumberOfDigitsIsAppended(String digits) {
        byte[] bytes = (digits + ",-./:;<=").getBytes(StandardCharsets.US_ASCII);
        long word = Digits.word(bytes, 0);

        assertThat(Digits.count(word)).isEqualTo(digits.length());
        assertThat(Digits.append(43, word, digits.length())).isEqualTo(Long.parseLong("43" + digits));
    }
}
