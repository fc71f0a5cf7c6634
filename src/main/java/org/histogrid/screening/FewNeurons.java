package org.histogrid.screening;

import java.time.Duration;
import java.util.Optional;
import org.histogrid.base.BadInput;
import org.histogrid.base.Conflict;
import org.histogrid.base.NotFound;
import org.histogrid.base.Search;
import org.histogrid.base.Searches;
import org.histogrid.dataset.DatasetChanged;
import org.histogrid.dataset.DatasetService;
import org.histogrid.sharing.Viewer;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionalEventListener;

/// Finds the few neurons of a hook point that tell a class from the others together, see [FewNeuronsPath]. One search
/// runs at a time, since it takes memory and a processor for up to minutes. What was found is remembered until the
/// dataset changes.
@Service
public class FewNeurons implements DisposableBean {

    static final Duration LONGEST = Duration.ofMinutes(3);

    private static final int AT_ONCE = 1;
    private static final int MOST_WAITING = 10;
    private static final int MOST_KNOWN = 200;

    private final DatasetService datasets;
    private final FewNeuronsJob job;
    private final Searches<Selection, FewNeuronsPath> searches =
            new Searches<>("few neurons", AT_ONCE, MOST_WAITING, MOST_KNOWN);

    FewNeurons(DatasetService datasets, FewNeuronsJob job) {
        this.datasets = datasets;
        this.job = job;
    }

    /// Waits for the answer.
    ///
    /// @throws NotFound if what is selected may not be seen or is not there
    /// @throws BadInput if no hook point is selected, a class has too few samples, or it took too long
    /// @throws Conflict if too many wait already, or if only the strongest neurons can be considered and it is not
    ///     known yet which these are
    public FewNeuronsPath find(Viewer viewer, Selection selection) {
        return start(viewer, selection).await();
    }

    /// Starts to look in the background, or has the answer where it is known. Each model that is trained is a step: one
    /// for each C, on all of the discovery half and without each of its folds.
    ///
    /// @throws NotFound if what is selected may not be seen or is not there
    /// @throws BadInput if no hook point is selected
    /// @throws Conflict if too many wait already
    public Search<FewNeuronsPath> start(Viewer viewer, Selection selection) {
        require(viewer, selection);
        return searches.start(
                selection,
                new Search<>(LogisticPath.MODELS, LONGEST),
                search -> job.run(viewer, selection, FewNeuronsJob.MOST_VALUES, search));
    }

    /// The answer if it is known already.
    ///
    /// @throws NotFound if what is selected may not be seen or is not there
    /// @throws BadInput if no hook point is selected
    public Optional<FewNeuronsPath> known(Viewer viewer, Selection selection) {
        require(viewer, selection);
        return searches.known(selection);
    }

    private void require(Viewer viewer, Selection selection) {
        Selections.require(datasets, viewer, selection);
        if (selection.hookPoint().isEmpty()) {
            throw new BadInput("Neurons that are chosen together are of one hook point: name it.")
                    .forField("hookPoint");
        }
    }

    @TransactionalEventListener(fallbackExecution = true)
    void onChange(DatasetChanged event) {
        searches.forget(selection -> selection.labeling().dataset().equals(event.dataset()));
    }

    @Override
    public void destroy() {
        searches.close();
    }
}
