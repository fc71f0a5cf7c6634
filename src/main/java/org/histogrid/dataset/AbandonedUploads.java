package org.histogrid.dataset;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import org.histogrid.base.Jobs;
import org.histogrid.dataset.ImportStatus.State;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Once at start: imports that were queued and never scheduled are, drafts nobody came back to are dropped, and
/// files that belong to no import are swept. Files that were sent in pieces and never used are swept every hour
/// too.
@Component
class AbandonedUploads {

    private static final Duration KEPT = Duration.ofDays(7);

    private final ImportJobs jobs;
    private final Staging staging;
    private final ResumableUploads uploads;
    private final Jobs queue;
    private final Clock clock;

    AbandonedUploads(ImportJobs jobs, Staging staging, ResumableUploads uploads, Jobs queue, Clock clock) {
        this.jobs = jobs;
        this.staging = staging;
        this.uploads = uploads;
        this.queue = queue;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Transactional
    void sweep() {
        jobs.findByStateAndCreatedAtBefore(State.DRAFT, clock.instant().minus(KEPT))
                .forEach(jobs::delete);
        jobs.findByStateInOrderByCreatedAt(EnumSet.of(State.QUEUED, State.RUNNING))
                .forEach(job -> queue.begin(ImportTasks.instance(job.id())));
        staging.sweep(jobs.findByStateInOrderByCreatedAt(EnumSet.of(State.DRAFT, State.QUEUED, State.RUNNING)).stream()
                .map(ImportJob::id)
                .toList());
        uploads.sweep();
    }
}
