package org.histogrid.screening;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.histogrid.base.BadInput;
import org.histogrid.base.Conflict;
import org.histogrid.base.Jobs;
import org.histogrid.base.NotFound;
import org.histogrid.dataset.DatasetChanged;
import org.histogrid.dataset.DatasetDetails;
import org.histogrid.dataset.DatasetId;
import org.histogrid.dataset.DatasetService;
import org.histogrid.dataset.Labeling;
import org.histogrid.dataset.LabelingRef;
import org.histogrid.screening.ScreeningRows.Phase;
import org.histogrid.sharing.Access;
import org.histogrid.sharing.Viewer;
import org.histogrid.stats.OutlierCuts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/// Asks for the scores of all neurons, says how far they are, stops them. After an import and for a new labeling they
/// are asked for by themselves.
@Service
@Transactional
public class ScreeningService {

    /// Each class is held against the rest, so the work grows with their number.
    public static final int MOST_CLASSES = 16;

    private final DatasetService datasets;
    private final ScreeningRows rows;
    private final CutRows cuts;
    private final OutlierTables tables;
    private final Access access;
    private final Jobs jobs;

    ScreeningService(
            DatasetService datasets, ScreeningRows rows, CutRows cuts, OutlierTables tables, Access access, Jobs jobs) {
        this.datasets = datasets;
        this.rows = rows;
        this.cuts = cuts;
        this.tables = tables;
        this.access = access;
        this.jobs = jobs;
    }

    /// @throws NotFound if the labeling may not be seen or is not there
    @Transactional(readOnly = true)
    public ScreeningStatus status(Viewer viewer, LabelingRef ref) {
        var labeling = labeling(viewer, ref);
        return new ScreeningStatus(refusal(labeling), rows.find(ref));
    }

    /// What is missing, failed or was stopped. What is there, or under way, stays as it is.
    ///
    /// @throws NotFound if the labeling may not be seen or is not there
    /// @throws BadInput if it has too few or too many classes
    public void request(Viewer viewer, LabelingRef ref) {
        var dataset = datasets.find(viewer, ref.dataset());
        refusal(labeling(viewer, ref)).ifPresent(sentence -> {
            throw new BadInput(sentence).forField("labeling");
        });
        rows.lock(ref);
        rows.add(wanted(dataset, Set.of(ref)));
        rows.resume(ref);
        schedule(Set.of(ref));
    }

    /// All of it anew, for who may change the dataset.
    ///
    /// @throws Conflict while it is being computed
    public void again(Viewer viewer, LabelingRef ref) {
        access.requireEdit(viewer, ref.dataset().asThing());
        var status = status(viewer, ref);
        if (status.isGoingOn()) {
            throw new Conflict("The neurons are being scored just now. Cancel that first.", List.of());
        }
        rows.restart(ref);
        request(viewer, ref);
    }

    /// Stops what is not done yet; what is stays. For who may change the dataset.
    public void cancel(Viewer viewer, LabelingRef ref) {
        access.requireEdit(viewer, ref.dataset().asThing());
        labeling(viewer, ref);
        rows.cancel(ref);
    }

    /// Where neurons become outliers in this dataset.
    ///
    /// @throws NotFound if it may not be seen or is not there
    @Transactional(readOnly = true)
    public OutlierCuts cuts(Viewer viewer, DatasetId dataset) {
        access.requireSee(viewer, dataset.asThing());
        return tables.cuts(dataset);
    }

    /// For who may change the dataset. Nothing is computed anew.
    public void changeCuts(Viewer viewer, DatasetId dataset, OutlierCuts changed) {
        access.requireEdit(viewer, dataset.asThing());
        datasets.find(viewer, dataset);
        cuts.store(dataset, changed);
    }

    private Labeling labeling(Viewer viewer, LabelingRef ref) {
        return datasets.find(viewer, ref.dataset()).requireLabeling(ref.labeling());
    }

    private static Optional<String> refusal(Labeling labeling) {
        var classes = labeling.classes().size();
        if (classes < 2) {
            return Optional.of(
                    "The labeling %s has one class only: there is nothing to tell apart.".formatted(labeling.name()));
        }
        return classes > MOST_CLASSES
                ? Optional.of("The labeling %s has %d classes. Neurons are scored under up to %d."
                        .formatted(labeling.name(), classes, MOST_CLASSES))
                : Optional.empty();
    }

    private static Map<ScreeningRef, Integer> wanted(DatasetDetails dataset, Collection<LabelingRef> labelings) {
        var wanted = new LinkedHashMap<ScreeningRef, Integer>();
        for (var labeling : labelings) {
            dataset.hookPoints()
                    .forEach(point -> wanted.put(new ScreeningRef(labeling, point.id()), point.neuronCount()));
        }
        return wanted;
    }

    private void schedule(Collection<LabelingRef> labelings) {
        for (var ref : labelings) {
            for (var phase : Phase.values()) {
                jobs.begin(ScreeningTasks.instance(phase, ref));
            }
        }
    }

    /// Whatever changed: what can be screened and nobody asked for yet is asked for now.
    @TransactionalEventListener(fallbackExecution = true)
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void onChange(DatasetChanged event) {
        var viewer = new Viewer.Reader(Set.of(event.dataset().asThing()));
        var dataset = datasets.findAll(viewer, Set.of(event.dataset())).get(event.dataset());
        if (dataset != null) {
            var labelings = dataset.labelings().stream()
                    .filter(labeling -> refusal(labeling).isEmpty())
                    .map(labeling -> new LabelingRef(dataset.id(), labeling.id()))
                    .toList();
            labelings.forEach(rows::lock);
            schedule(rows.add(wanted(dataset, labelings)));
        }
    }
}
