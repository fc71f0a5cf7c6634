package org.histogrid.screening;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.histogrid.dataset.DatasetDetails;
import org.histogrid.dataset.LabelingRef;
import org.histogrid.sharing.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Waits for what is screened in the background.
@Component
public class TestScreenings {

    private final ScreeningService screenings;
    private final JdbcClient jdbc;

    TestScreenings(ScreeningService screenings, JdbcClient jdbc) {
        this.screenings = screenings;
        this.jdbc = jdbc;
    }

    /// Nothing is screened any more, whosever it is: tests leave datasets to the background.
    public void awaitIdle() {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> jdbc.sql("select count(*) from scheduled_tasks where task_name like 'screening%'")
                                .query(Integer.class)
                                .single()
                        == 0);
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
