package org.histogrid.base.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.histogrid.base.Conflict;
import org.histogrid.base.NotFound;
import org.histogrid.base.Stale;
import org.junit.jupiter.api.Test;

class FailuresTest {

    @Test
    void knownFailureIsItsOwnSentenceEvenWrapped() {
        assertThat(Failures.known(new ExecutionException(new NotFound("This dataset"))))
                .contains("This dataset was not found.");
        assertThat(Failures.known(new Conflict("It is used in 1 project.", List.of("P"))))
                .contains("It is used in 1 project.");
        assertThat(Failures.known(new Stale("ada", Instant.EPOCH)).orElseThrow())
                .startsWith("ada saved another version");
    }

    @Test
    void unknownFailureSaysNothingOfItself() {
        assertThat(Failures.known(new IllegalStateException("secret detail"))).isEmpty();
        assertThat(Failures.tell(new IllegalStateException("secret detail")))
                .isEqualTo(Failures.UNEXPECTED)
                .doesNotContain("secret");
    }
}
