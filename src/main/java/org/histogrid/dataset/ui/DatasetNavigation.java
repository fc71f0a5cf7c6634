package org.histogrid.dataset.ui;

import com.vaadin.flow.component.UI;
import org.histogrid.dataset.DatasetId;
import org.histogrid.dataset.ImportId;

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
