package org.histogrid.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadyAnnouncementTest {

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, http://127.0.0.1:8080",
        "0.0.0.0, http://127.0.0.1:8080",
        "::1, http://[::1]:8080",
        "::, http://[::1]:8080",
        "neurons.example.org, http://neurons.example.org:8080"
    })
    void namesAnAddressThatABrowserCanOpen(String bind, String address) {
        assertThat(ReadyAnnouncement.address(bind, 8080)).isEqualTo(address);
    }
}
