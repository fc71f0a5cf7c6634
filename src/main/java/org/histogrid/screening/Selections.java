package org.histogrid.screening;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.histogrid.base.NotFound;
import org.histogrid.dataset.DatasetDetails;
import org.histogrid.dataset.DatasetService;
import org.histogrid.sharing.Viewer;

/// Checks that what a selection names is there for who asks.
final class Selections {

    private Selections() {}

    /// @throws NotFound if the dataset, the labeling, the hook point or the class may not be seen or is not there
    static DatasetDetails require(DatasetService datasets, Viewer viewer, Selection selection) {
        return Objects.requireNonNull(
                requireAll(datasets, viewer, List.of(selection)).get(selection));
    }

    /// Several, by as many queries as one takes.
    ///
    /// @return the dataset of each
    /// @throws NotFound as for one
    static Map<Selection, DatasetDetails> requireAll(
            DatasetService datasets, Viewer viewer, Collection<Selection> selections) {
        var wanted = selections.stream()
                .map(selection -> selection.labeling().dataset())
                .distinct()
                .toList();
        var known = datasets.requireAll(viewer, wanted);
        var found = new LinkedHashMap<Selection, DatasetDetails>();
        for (var selection : selections) {
            var dataset = Objects.requireNonNull(known.get(selection.labeling().dataset()));
            check(selection, dataset);
            found.put(selection, dataset);
        }
        return found;
    }

    private static void check(Selection selection, DatasetDetails dataset) {
        var labeling = dataset.requireLabeling(selection.labeling().labeling());
        selection.hookPoint().ifPresent(dataset::requireHookPoint);
        if (selection.classIndex() < 0
                || selection.classIndex() >= labeling.classes().size()) {
            throw new NotFound("This class");
        }
    }
}
