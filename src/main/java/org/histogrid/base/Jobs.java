package org.histogrid.base;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Asks for jobs in the transaction of whoever wants them. They begin when it is committed: the scheduler, which looks
/// now and then, is told to look at once.
@Component
public class Jobs {

    private final Scheduler scheduler;
    private final Clock clock;

    Jobs(Scheduler scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /// Once, however often it is asked for before it is done.
    public void begin(TaskInstance<?> job) {
        scheduler.scheduleIfNotExists(job, clock.instant());
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            scheduler.triggerCheckForDueExecutions();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                scheduler.triggerCheckForDueExecutions();
            }
        });
    }
}
