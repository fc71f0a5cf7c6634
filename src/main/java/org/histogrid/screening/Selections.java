package org.histogrid.screening;

import java.util.Optional;
import org.histogrid.base.NotFound;
import org.histogrid.dataset.DatasetDetails;
import org.histogrid.dataset.DatasetService;
import org.histogrid.sharing.Viewer;

/// Checks that what a selection names is there for who asks.
final class Selections {

    private Selections() {}

    /// @throws NotFound if the dataset, the labeling, the hook point or the class may not be seen or is not there
    static DatasetDetails require(DatasetService datasets, Viewer viewer, Selection selection) {
        var dataset = datasets.find(viewer, selection.labeling().dataset());
        var labeling = dataset.requireLabeling(Optional.of(selection.labeling().labeling()));
        selection.hookPoint().ifPresent(dataset::requireHookPoint);
        if (selection.classIndex() < 0
                || selection.classIndex() >= labeling.classes().size()) {
            throw new NotFound("This class");
        }
        return dataset;
    }
}
