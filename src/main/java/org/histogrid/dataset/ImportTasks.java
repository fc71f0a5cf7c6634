package org.histogrid.dataset;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Imports as jobs of db-scheduler: kept in PostgreSQL, run by any instance, taken up again when the one that
/// ran them died (its heartbeats stop).
@Configuration(proxyBeanMethods = false)
class ImportTasks {

    private static final TaskDescriptor<Void> TASK = TaskDescriptor.of("import");

    static TaskInstance<Void> instance(ImportId id) {
        return TASK.instance(id.toString()).build();
    }

    @Bean
    RecurringTask<Void> uploadSweepTask(ResumableUploads uploads) {
        return Tasks.recurring("sweep-uploads", FixedDelay.ofHours(1)).execute((instance, context) -> uploads.sweep());
    }

    /// The runner keeps every failure in the import itself, so a failure here is a server that stops: again
    /// soon.
    @Bean
    OneTimeTask<Void> importTask(ImportRunner runner) {
        return Tasks.oneTime(TASK)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(Duration.ofSeconds(1)))
                .execute((instance, context) -> runner.run(
                        new ImportId(UUID.fromString(instance.getId())),
                        () -> context.getSchedulerState().isShuttingDown()));
    }
}
