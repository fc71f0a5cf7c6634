package org.histogrid.dataset.ui;

import java.util.List;
import java.util.Optional;
import org.histogrid.base.BadInput;
import org.histogrid.dataset.DraftReader;
import org.histogrid.dataset.FileLook;
import org.histogrid.dataset.ui.LookPanel.Wanted;
import org.histogrid.sharing.Viewer;
import org.histogrid.tensor.FileContents;

/// Shows values of a draft's files: those that somebody asks for, and the first matrix or table unasked.
final class DraftLook {

    /// A larger file may take minutes to unpack: it is looked into when somebody asks.
    private static final long MOST_UNASKED = 200_000_000;

    private final DraftReader drafts;
    private final Viewer viewer;
    private final DraftId draft;
    private final LookPanel panel = new LookPanel();

    DraftLook(DraftReader drafts, Viewer viewer, DraftId draft) {
        this.drafts = drafts;
        this.viewer = viewer;
        this.draft = draft;
    }

    LookPanel panel() {
        return panel;
    }

    void clear() {
        panel.clear();
    }

    /// What is shown already stays.
    void lookUnasked(List<FileLook> looks) {
        if (!panel.isVisible()) {
            firstMatrix(looks).or(() -> firstTable(looks)).ifPresent(this::peek);
        }
    }

    private static Optional<Wanted> firstMatrix(List<FileLook> looks) {
        return looks.stream()
                .filter(one -> one.file().bytes() <= MOST_UNASKED)
                .flatMap(one -> one.contents().stream())
                .flatMap(one -> one.tensors().stream())
                .filter(SpecFiles::isMatrix)
                .findFirst()
                .map(tensor -> new Wanted(tensor.file(), tensor.tensor()));
    }

    private static Optional<Wanted> firstTable(List<FileLook> looks) {
        return looks.stream()
                .flatMap(one -> one.contents().stream())
                .filter(FileContents.Table.class::isInstance)
                .findFirst()
                .map(table -> new Wanted(table.file(), Optional.empty()));
    }

    void look(Wanted wanted) {
        peek(wanted);
        panel.getElement().executeJs("this.scrollIntoView({block: 'nearest'})");
    }

    private void peek(Wanted wanted) {
        try {
            panel.show(drafts.peek(viewer, draft.get(), wanted.file(), wanted.tensor()));
        } catch (BadInput e) {
            panel.fail(wanted.inWords(), String.valueOf(e.getMessage()));
        }
    }
}
