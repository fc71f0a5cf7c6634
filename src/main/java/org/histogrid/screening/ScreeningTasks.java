package org.histogrid.screening;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.histogrid.dataset.DatasetId;
import org.histogrid.dataset.LabelingId;
import org.histogrid.dataset.LabelingRef;
import org.histogrid.screening.ScreeningRows.Phase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Screenings as jobs of db-scheduler, one a labeling, for the scores and for the null, see [ScreeningTurns].
@Configuration(proxyBeanMethods = false)
class ScreeningTasks {

    private static final TaskDescriptor<Void> PROFILE = TaskDescriptor.of("screening");
    private static final TaskDescriptor<Void> NULL = TaskDescriptor.of("screening-null");
    private static final Duration UNTIL_NEXT_TRY = Duration.ofMillis(500);
    private static final String SEPARATOR = "/";

    static TaskInstance<Void> instance(Phase phase, LabelingRef ref) {
        return descriptor(phase)
                .instance(ref.dataset() + SEPARATOR + ref.labeling())
                .build();
    }

    private static TaskDescriptor<Void> descriptor(Phase phase) {
        return switch (phase) {
            case PROFILE -> PROFILE;
            case NULL -> NULL;
        };
    }

    @Bean
    CustomTask<Void> screeningTask(
            ScreeningRunner runner,
            ScreeningTurns turns,
            ScreeningRows rows,
            PlatformTransactionManager transactions,
            Clock clock) {
        return task(Phase.PROFILE, runner, turns, rows, new TransactionTemplate(transactions), clock);
    }

    @Bean
    CustomTask<Void> screeningNullTask(
            ScreeningRunner runner,
            ScreeningTurns turns,
            ScreeningRows rows,
            PlatformTransactionManager transactions,
            Clock clock) {
        return task(Phase.NULL, runner, turns, rows, new TransactionTemplate(transactions), clock);
    }

    /// The runner keeps every failure in the screening itself, so a failure here is a server that stops: again soon.
    private static CustomTask<Void> task(
            Phase phase,
            ScreeningRunner runner,
            ScreeningTurns turns,
            ScreeningRows rows,
            TransactionTemplate transaction,
            Clock clock) {
        return Tasks.custom(descriptor(phase))
                .onFailure(new FailureHandler.OnFailureRetryLater<>(Duration.ofSeconds(1)))
                .execute((instance, context) -> {
                    var ref = labeling(instance.getId());
                    turns.take(
                            phase,
                            () -> runner.run(
                                    phase,
                                    ref,
                                    () -> context.getSchedulerState().isShuttingDown()));
                    return (complete, operations) -> transaction.executeWithoutResult(status -> {
                        rows.lock(ref);
                        if (rows.find(ref).stream()
                                .anyMatch(point -> phase.of(point).isGoingOn())) {
                            operations.reschedule(complete, clock.instant().plus(UNTIL_NEXT_TRY));
                        } else {
                            operations.remove();
                        }
                    });
                });
    }

    private static LabelingRef labeling(String id) {
        var parts = id.split(SEPARATOR, 2);
        return new LabelingRef(new DatasetId(UUID.fromString(parts[0])), new LabelingId(UUID.fromString(parts[1])));
    }
}
