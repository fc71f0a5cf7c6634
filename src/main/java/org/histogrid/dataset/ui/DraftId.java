package org.histogrid.dataset.ui;

import java.util.Optional;
import org.histogrid.dataset.ImportId;
import org.histogrid.dataset.ImportService;
import org.histogrid.sharing.Viewer;

/// The draft that files go to: begun with the first file, even where several arrive at once.
final class DraftId {

    private final ImportService imports;
    private final Viewer viewer;
    private Optional<ImportId> id;

    DraftId(ImportService imports, Viewer viewer, Optional<ImportId> id) {
        this.imports = imports;
        this.viewer = viewer;
        this.id = id;
    }

    synchronized ImportId get() {
        if (id.isEmpty()) {
            id = Optional.of(imports.begin(viewer));
        }
        return id.get();
    }

    synchronized Optional<ImportId> known() {
        return id;
    }
}
