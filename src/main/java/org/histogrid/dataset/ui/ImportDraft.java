package org.histogrid.dataset.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;
import java.util.Optional;
import org.histogrid.base.BadInput;
import org.histogrid.base.HistogridSettings;
import org.histogrid.dataset.FileLook;
import org.histogrid.dataset.ImportId;
import org.histogrid.dataset.ImportProposal;
import org.histogrid.dataset.ImportService;
import org.histogrid.dataset.ImportSpec;
import org.histogrid.dataset.ImportStatus;
import org.histogrid.sharing.Viewer;
import org.histogrid.tensor.FileContents;

/// An import before it runs: files at the left, decisions at the right, what is wrong above, the report below.
class ImportDraft extends Composite<Div> {

    private final transient ImportService imports;
    private final Viewer viewer;
    private final transient DraftId draft;
    private final SerializableConsumer<ImportId> begun;
    private final ProblemList problems = new ProblemList();
    private final StagedFiles files;
    private final ImportForm form = new ImportForm();
    private final ImportReportCard report = new ImportReportCard();
    private SerializableConsumer<Boolean> filesListener = _ -> {};
    private ImportSpec spec;
    private transient List<FileLook> looks = List.of();

    ImportDraft(
            ImportService imports,
            Viewer viewer,
            HistogridSettings settings,
            Optional<ImportStatus> status,
            SerializableConsumer<ImportId> begun) {
        this.imports = imports;
        this.viewer = viewer;
        this.begun = begun;
        this.draft = new DraftId(imports, viewer, status.map(ImportStatus::id));
        this.spec = status.flatMap(ImportStatus::spec).orElse(ImportSpec.EMPTY);
        files = new StagedFiles(imports, viewer, draft, settings, this::filesChanged);
        form.onChange(this::remember);
        form.onRebuild(this::rebuild);
        var columns = new Div(files, form);
        columns.addClassName("hg-columns");
        getContent().addClassName("hg-section");
        getContent().add(problems, columns, report);
    }

    /// Told at once and after each change whether there are files.
    void onFiles(SerializableConsumer<Boolean> listener) {
        filesListener = listener;
        showFiles();
    }

    private void filesChanged() {
        draft.known()
                .ifPresent(
                        id -> UI.getCurrent().getPage().getHistory().replaceState(null, DatasetNavigation.pathOf(id)));
        showFiles();
    }

    private void showFiles() {
        looks = draft.known().map(id -> imports.look(viewer, id)).orElse(List.of());
        files.show(looks);
        report.setVisible(false);
        filesListener.accept(!looks.isEmpty());
        var readable = !looks.isEmpty()
                && looks.stream().allMatch(look -> look.problem().isEmpty());
        form.setVisible(readable);
        problems.clear();
        if (readable) {
            spec = SpecFiles.fit(spec, contents());
            propose();
        } else if (!looks.isEmpty()) {
            problems.show(List.of(new BadInput("Remove the files that cannot be read, then go on.")));
        }
    }

    private List<FileContents> contents() {
        return looks.stream().flatMap(look -> look.contents().stream()).toList();
    }

    private void propose() {
        try {
            var proposal = imports.propose(viewer, draft.get(), spec);
            show(proposal);
        } catch (BadInput e) {
            show(new ImportProposal(spec, spec, List.of(e)));
        }
    }

    private void show(ImportProposal proposal) {
        form.show(proposal.spec(), contents(), proposal.questions());
        problems.show(proposal.questions());
    }

    private void remember() {
        spec = form.spec();
        report.setVisible(false);
        imports.remember(viewer, draft.get(), spec);
    }

    /// After a change that alters which fields there are.
    private void rebuild(ImportSpec changed) {
        spec = changed;
        imports.remember(viewer, draft.get(), spec);
        propose();
    }

    void check() {
        attempt(() -> report.show(imports.preview(viewer, draft.get(), spec), false));
    }

    void commit() {
        attempt(() -> {
            var status = imports.commit(viewer, draft.get(), spec);
            UI.getCurrent().getPage().getHistory().replaceState(null, DatasetNavigation.pathOf(status.id()));
            begun.accept(status.id());
        });
    }

    private void attempt(Runnable action) {
        report.setVisible(false);
        problems.clear();
        form.clearErrors();
        if (form.isVisible()) {
            remember();
        }
        try {
            action.run();
        } catch (BadInput e) {
            problems.show(List.of(e));
            form.mark(List.of(e));
        }
    }
}
