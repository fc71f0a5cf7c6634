package org.histogrid.dataset.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.histogrid.base.HistogridSettings;
import org.histogrid.dataset.FileLook;
import org.histogrid.dataset.ImportService;
import org.histogrid.dataset.ImportStatus.StagedFile;
import org.histogrid.dataset.ui.LookPanel.Wanted;
import org.histogrid.sharing.Viewer;
import org.histogrid.tensor.FileContents;

/// The files of a draft and what is inside each.
class StagedFiles extends Composite<Section> {

    private final transient ImportService imports;
    private final Viewer viewer;
    private final transient DraftId draft;
    private final transient Runnable changed;
    private final SerializableConsumer<Wanted> onLook;
    private final Div cards = new Div();
    private final transient Map<Said, FileCard> shown = new LinkedHashMap<>();
    private final Div dropping = new Div();

    StagedFiles(
            ImportService imports,
            Viewer viewer,
            DraftId draft,
            HistogridSettings settings,
            Runnable changed,
            SerializableConsumer<Wanted> onLook) {
        this.imports = imports;
        this.viewer = viewer;
        this.draft = draft;
        this.changed = changed;
        this.onLook = onLook;
        cards.addClassName("hg-cards");
        dropping.add(new FileUpload(
                settings.uploadMax(), upload -> imports.moveUpload(viewer, draft.get(), upload), changed));
        getContent().addClassName("hg-section");
        getContent().getElement().setAttribute("aria-label", "Files");
        getContent().add(dropping, cards);
    }

    /// Files are added in the first step, and looked at in others too. What is not shown stays in the page and may
    /// call the server: a file may still be on its way.
    void showIn(WizardStep step) {
        hide(this, step == WizardStep.REPORT);
        hide(dropping, step != WizardStep.FILES);
    }

    private static void hide(HasElement part, boolean hidden) {
        part.getElement().getStyle().set("display", hidden ? "none" : null);
    }

    /// Cards of files that are as they were stay the elements they are: a click on one of them is not lost because
    /// another file arrives.
    void show(List<FileLook> looks) {
        var before = Map.copyOf(shown);
        shown.clear();
        for (var look : looks) {
            var said = Said.of(look);
            shown.put(said, Optional.ofNullable(before.get(said)).orElseGet(() -> card(look)));
        }
        before.forEach((said, card) -> {
            if (!shown.containsKey(said)) {
                cards.remove(card);
            }
        });
        var place = 0;
        for (var card : shown.values()) {
            if (card.getParent().isEmpty()) {
                cards.addComponentAtIndex(place, card);
            }
            place++;
        }
    }

    private FileCard card(FileLook look) {
        return new FileCard(
                look,
                () -> {
                    imports.removeFile(viewer, draft.get(), look.file().name());
                    changed.run();
                },
                onLook);
    }

    /// What a card says.
    private record Said(StagedFile file, List<FileContents> contents, Optional<String> problem) {

        static Said of(FileLook look) {
            return new Said(
                    look.file(), look.contents(), look.problem().map(problem -> String.valueOf(problem.getMessage())));
        }
    }
}
