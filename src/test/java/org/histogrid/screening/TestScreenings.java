package org.histogrid.screening;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.histogrid.dataset.DatasetDetails;
import org.histogrid.dataset.LabelingRef;
import org.histogrid.sharing.Viewer;
import org.springframework.stereotype.Component;

/// Waits for what is screened in the background.
@Component
public class TestScreenings {

    private final ScreeningService screenings;

    TestScreenings(ScreeningService screenings) {
        this.screenings = screenings;
    }

    /// The first labeling of a dataset, once all of its neurons are scored and have their null.
    public LabelingRef screened(Viewer viewer, DatasetDetails dataset) {
        var ref = new LabelingRef(dataset.id(), dataset.labelings().getFirst().id());
        finished(viewer, ref);
        return ref;
    }

    public ScreeningStatus finished(Viewer viewer, LabelingRef ref) {
        return await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(
                        () -> screenings.status(viewer, ref),
                        status -> !status.points().isEmpty() && !status.isGoingOn() && !status.isNullGoingOn());
    }
}
