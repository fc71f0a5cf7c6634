package org.histogrid.screening;

import java.util.Set;
import java.util.function.BooleanSupplier;
import org.histogrid.base.NotFound;
import org.histogrid.base.ServerStopping;
import org.histogrid.dataset.ActivationService;
import org.histogrid.dataset.DatasetDetails;
import org.histogrid.dataset.DatasetService;
import org.histogrid.dataset.HookPoint;
import org.histogrid.dataset.LabelCodes;
import org.histogrid.dataset.LabelingRef;
import org.histogrid.screening.ScreeningRows.Phase;
import org.histogrid.screening.ScreeningStatus.Point;
import org.histogrid.sharing.Viewer;
import org.histogrid.stats.SampleHalves;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Works off what is asked for under one labeling, one hook point after the other. A run that begins again goes on
/// behind what the last one left; one whose labeling is deleted or that is stopped meanwhile ends.
@Component
class ScreeningRunner {

    private static final Logger LOG = LoggerFactory.getLogger(ScreeningRunner.class);

    /// Nobody wants this run any more: it was cancelled, began anew, or its labeling is gone.
    static final class Unwanted extends RuntimeException {}

    /// What all hook points of a run share. `viewer` sees the one dataset and nothing else.
    @SuppressWarnings("ArrayRecordComponent")
    record Run(
            Viewer viewer,
            DatasetDetails dataset,
            LabelingRef labeling,
            LabelCodes labels,
            boolean[] discovery,
            BooleanSupplier stopping) {}

    private final DatasetService datasets;
    private final ActivationService activations;
    private final ScreeningRows rows;
    private final ProfileJob profiles;
    private final NullJob nulls;

    ScreeningRunner(
            DatasetService datasets,
            ActivationService activations,
            ScreeningRows rows,
            ProfileJob profiles,
            NullJob nulls) {
        this.datasets = datasets;
        this.activations = activations;
        this.rows = rows;
        this.profiles = profiles;
        this.nulls = nulls;
    }

    void run(Phase phase, LabelingRef labeling, BooleanSupplier stopping) {
        var points = rows.find(labeling).stream()
                .filter(point -> phase.of(point).isGoingOn())
                // The null comes after the scores
                .filter(point -> phase == Phase.PROFILE || !point.state().isGoingOn())
                .toList();
        if (points.isEmpty()) {
            return;
        }
        try {
            var run = prepare(labeling, stopping);
            points.forEach(point -> run(phase, run, point));
        } catch (NotFound e) {
            // The dataset or the labeling was deleted, and all that was asked for with it
            LOG.info("{} of {} ended: {}", phase, labeling, e.getMessage());
        }
    }

    private Run prepare(LabelingRef labeling, BooleanSupplier stopping) {
        var viewer = new Viewer.Reader(Set.of(labeling.dataset().asThing()));
        var dataset = datasets.find(viewer, labeling.dataset());
        return new Run(
                viewer,
                dataset,
                labeling,
                activations.labels(viewer, labeling.dataset(), labeling.labeling()),
                SampleHalves.discovery(datasets.sampleIds(viewer, labeling.dataset()), SampleHalves.SEED),
                stopping);
    }

    private void run(Phase phase, Run run, Point point) {
        var ref = new ScreeningRef(run.labeling(), point.hookPoint());
        try {
            if (!rows.begin(phase, ref, point.run())) {
                return;
            }
            var hookPoint = run.dataset().requireHookPoint(point.hookPoint());
            compute(phase, run, ref, hookPoint, point.run());
            rows.finish(phase, ref, point.run());
        } catch (ServerStopping | NotFound e) {
            throw e;
        } catch (Unwanted e) {
            LOG.info("{} of {} ended: nobody wants it any more", phase, ref);
        } catch (RuntimeException e) {
            if (rows.isWanted(phase, ref, point.run())) {
                LOG.error("{} of {} failed", phase, ref, e);
                rows.fail(phase, ref, "The server could not compute this. Its log says why.");
            }
        }
    }

    private void compute(Phase phase, Run run, ScreeningRef ref, HookPoint hookPoint, int number) {
        switch (phase) {
            case PROFILE -> profiles.run(run, ref, hookPoint, number);
            case NULL -> nulls.run(run, ref, hookPoint, number);
        }
    }
}
