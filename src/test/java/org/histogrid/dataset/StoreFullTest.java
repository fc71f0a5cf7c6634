package org.histogrid.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import org.histogrid.base.BadInput;
import org.junit.jupiter.api.Test;

class StoreFullTest {

    @Test
    void fullDatabaseIsFoundUnderWhateverWrapsIt() {
        var cause = new IllegalStateException("COPY failed", new SQLException("could not extend file", "53100"));
        assertThat(StoreFull.inWords(new RuntimeException(cause)))
                .hasValue("The disk of the database is full: nothing of this import was kept.");
        assertThat(StoreFull.inWords(new SQLException("other", "23505"))).isEmpty();
    }

    @Test
    void fullDiskNamesTheFileAndOtherFailuresStayWhatTheyAre() {
        assertThat(StoreFull.translate(new IOException("No space left on device"), "acts.npy"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("acts.npy");
        assertThat(StoreFull.translate(new IOException("Connection reset"), "acts.npy"))
                .isInstanceOf(UncheckedIOException.class);
    }
}
