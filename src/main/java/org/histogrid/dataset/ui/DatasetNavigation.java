package org.histogrid.dataset.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import java.util.Map;
import org.histogrid.dataset.DatasetId;
import org.histogrid.dataset.ImportId;
import org.histogrid.dataset.LabelingId;

/// Ways to the pages about datasets. Paths are relative to the application.
public final class DatasetNavigation {

    static final String LIST = "datasets";
    static final String IMPORT = "datasets/import";

    private DatasetNavigation() {}

    public static void toList() {
        UI.getCurrent().navigate(LIST);
    }

    public static void toDataset(DatasetId id) {
        UI.getCurrent().navigate(pathOf(id));
    }

    public static String pathOf(DatasetId id) {
        return LIST + "/" + id;
    }

    /// All neurons of a dataset by their scores.
    public static String explorePathOf(DatasetId id) {
        return pathOf(id) + "/explore";
    }

    public static void toExplore(DatasetId id) {
        UI.getCurrent().navigate(explorePathOf(id));
    }

    /// The neurons of one hook point under a labeling.
    public static void toExplore(DatasetId id, LabelingId labeling, int hookPoint) {
        UI.getCurrent()
                .navigate(
                        explorePathOf(id),
                        QueryParameters.simple(
                                Map.of("labeling", labeling.toString(), "point", String.valueOf(hookPoint))));
    }

    /// A new import.
    public static void toImport() {
        UI.getCurrent().navigate(IMPORT);
    }

    /// An import at whatever stage it is.
    public static void toImport(ImportId id) {
        UI.getCurrent().navigate(pathOf(id));
    }

    public static String pathOf(ImportId id) {
        return IMPORT + "/" + id;
    }
}
