package org.histogrid.dataset.ui;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.histogrid.base.BadInput;
import org.histogrid.dataset.DraftReader;
import org.histogrid.dataset.FileLook;
import org.histogrid.dataset.ImportCheck;
import org.histogrid.dataset.ImportId;
import org.histogrid.dataset.ImportProposal;
import org.histogrid.dataset.ImportService;
import org.histogrid.dataset.ImportSpec;
import org.histogrid.sharing.Viewer;
import org.histogrid.tensor.FileContents;

/// What is known of a draft's files and what was said of them; each change is remembered on the server at once,
/// until all of it is an import.
final class DraftMapping {

    private final ImportService imports;
    private final DraftReader drafts;
    private final Viewer viewer;
    private final DraftId draft;
    private ImportSpec spec;
    private List<FileLook> looks = List.of();
    private ImportProposal proposal = new ImportProposal(ImportSpec.EMPTY, ImportSpec.EMPTY, List.of());
    private Guesses guesses = Guesses.none();
    private boolean dirty;

    DraftMapping(ImportService imports, DraftReader drafts, Viewer viewer, DraftId draft, Optional<ImportSpec> spec) {
        this.imports = imports;
        this.drafts = drafts;
        this.viewer = viewer;
        this.draft = draft;
        this.spec = spec.orElse(ImportSpec.EMPTY);
    }

    /// Reads the files that there are now; what was said of files that are gone is forgotten.
    void look() {
        var before = names();
        looks = draft.known().map(id -> drafts.look(viewer, id)).orElse(List.of());
        if (isReadable()) {
            if (!before.isEmpty() && !before.equals(names())) {
                spec = SpecFiles.fit(
                        spec,
                        before,
                        contents(),
                        () -> propose(ImportSpec.EMPTY).suggested());
                imports.remember(viewer, draft.get(), spec);
            }
            propose();
        }
    }

    private Set<String> names() {
        return contents().stream().map(FileContents::file).collect(Collectors.toSet());
    }

    List<FileLook> looks() {
        return looks;
    }

    List<FileContents> contents() {
        return looks.stream().flatMap(look -> look.contents().stream()).toList();
    }

    boolean isReadable() {
        return !looks.isEmpty()
                && looks.stream().allMatch(look -> look.problem().isEmpty());
    }

    ImportSpec spec() {
        return spec;
    }

    ImportProposal proposal() {
        return proposal;
    }

    /// Whether something was said since the files were last asked.
    boolean isDirty() {
        return dirty;
    }

    void propose() {
        dirty = false;
        proposal = propose(spec);
        if (Optional.ofNullable(proposal.suggested().matrices())
                .orElse(List.of())
                .isEmpty()) {
            var candidates = SpecFiles.matrices(contents());
            if (!candidates.isEmpty()) {
                proposal = propose(SpecFiles.with(spec, candidates));
            }
        }
    }

    ImportCheck check(ImportSpec said) {
        return drafts.check(viewer, draft.get(), said);
    }

    ImportId commit() {
        return imports.commit(viewer, draft.get(), spec).id();
    }

    private ImportProposal propose(ImportSpec given) {
        try {
            return drafts.propose(viewer, draft.get(), given);
        } catch (BadInput e) {
            return new ImportProposal(given, given, List.of(e));
        }
    }

    /// The form was filled with the proposal, and says this.
    void shown(ImportSpec inForm) {
        guesses = Guesses.of(proposal.spec(), proposal.questions(), inForm);
    }

    void change(ImportSpec inForm) {
        dirty = true;
        spec = guesses.said(inForm);
        imports.remember(viewer, draft.get(), spec);
    }

    /// Somebody looked at a step and went on.
    void accept(WizardStep step, ImportSpec inForm) {
        guesses.accept(field -> WizardStep.deciding(field) == step);
        change(inForm);
    }

    List<OpenQuestion> questions(ImportSpec inForm) {
        return proposal.questions().stream()
                .filter(question -> question.field()
                        .map(field -> guesses.isGuess(field) || guesses.isUntouched(field, inForm))
                        .orElse(true))
                .filter(question -> !wasAccepted(question))
                .map(question -> OpenQuestion.of(
                        question, question.field().map(guesses::isGuess).orElse(false)))
                .toList();
    }

    /// A guess that stands in the specification answers its question.
    private boolean wasAccepted(BadInput question) {
        return question.field()
                .map(field -> !guesses.isGuess(field) && guesses.wasGuess(field))
                .orElse(false);
    }
}
