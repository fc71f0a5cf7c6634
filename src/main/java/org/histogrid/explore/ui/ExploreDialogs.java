package org.histogrid.explore.ui;

import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.List;
import org.histogrid.dataset.DatasetDetails;
import org.histogrid.dataset.NeuronRef;
import org.histogrid.screening.Ranking;
import org.histogrid.screening.ScreeningService;
import org.histogrid.sharing.CurrentViewer;

/// Opens the dialogs of the page.
@SpringComponent
class ExploreDialogs {

    private final ProjectFiller filler;
    private final CompareDialog.Factory comparisons;
    private final ScreeningService screenings;
    private final CurrentViewer viewer;

    ExploreDialogs(
            ProjectFiller filler,
            CompareDialog.Factory comparisons,
            ScreeningService screenings,
            CurrentViewer viewer) {
        this.filler = filler;
        this.comparisons = comparisons;
        this.screenings = screenings;
        this.viewer = viewer;
    }

    void addToProject(ExplorePage page, Ranking ranking, List<NeuronRef> selected) {
        new AddToProjectDialog(filler, page, ranking, selected).open();
    }

    void compareWith(ExploreActions actions) {
        comparisons.create(actions).open();
    }

    void changeCuts(DatasetDetails dataset, Runnable onChanged) {
        new CutsDialog(screenings.cuts(viewer.get(), dataset.id()), cuts -> {
                    screenings.changeCuts(viewer.get(), dataset.id(), cuts);
                    onChanged.run();
                })
                .open();
    }
}
