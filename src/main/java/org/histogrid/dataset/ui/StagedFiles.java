package org.histogrid.dataset.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import java.util.List;
import org.histogrid.base.HistogridSettings;
import org.histogrid.dataset.FileLook;
import org.histogrid.dataset.ImportService;
import org.histogrid.sharing.Viewer;

/// The files of a draft and what is inside each.
class StagedFiles extends Composite<Section> {

    private final transient ImportService imports;
    private final Viewer viewer;
    private final transient DraftId draft;
    private final transient Runnable changed;
    private final Div cards = new Div();

    StagedFiles(ImportService imports, Viewer viewer, DraftId draft, HistogridSettings settings, Runnable changed) {
        this.imports = imports;
        this.viewer = viewer;
        this.draft = draft;
        this.changed = changed;
        cards.addClassName("hg-cards");
        getContent().addClassName("hg-section");
        getContent()
                .add(
                        new H2("Files"),
                        new FileUpload(
                                settings.uploadMax(),
                                upload -> imports.moveUpload(viewer, draft.get(), upload),
                                changed),
                        cards);
    }

    void show(List<FileLook> looks) {
        cards.removeAll();
        looks.forEach(look -> cards.add(new FileCard(look, () -> {
            imports.removeFile(viewer, draft.get(), look.file().name());
            changed.run();
        })));
    }
}
