package org.histogrid.dataset.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.histogrid.base.BadInput;
import org.histogrid.base.Conflict;
import org.histogrid.base.HistogridSettings;
import org.histogrid.base.ui.Failures;
import org.histogrid.base.ui.FieldErrors;
import org.histogrid.base.ui.Notices;
import org.histogrid.dataset.DatasetDetails;
import org.histogrid.dataset.DraftReader;
import org.histogrid.dataset.FileLook;
import org.histogrid.dataset.ImportService;
import org.histogrid.dataset.ImportSpec.Labels;
import org.histogrid.dataset.LabelCounts;
import org.histogrid.dataset.LabelFileService;
import org.histogrid.sharing.Viewer;

/// Labels that come after their dataset: a file, where in it they stand, and which of them make which class.
class LabelFileDialog extends Dialog {

    private final DatasetDetails dataset;
    private final transient ImportService imports;
    private final transient DraftReader drafts;
    private final transient LabelFileService labelFiles;
    private final Viewer viewer;
    private final transient DraftId draft;
    private final transient Runnable added;
    private final Div problems = new Div();
    private final Div place = new Div();
    private final Button add = new Button("Add", _ -> add());
    private Optional<LabelsForm> form = Optional.empty();

    LabelFileDialog(
            DatasetDetails dataset,
            ImportService imports,
            DraftReader drafts,
            LabelFileService labelFiles,
            HistogridSettings settings,
            Viewer viewer,
            Runnable added) {
        super("Add labels from a file");
        this.dataset = dataset;
        this.imports = imports;
        this.drafts = drafts;
        this.labelFiles = labelFiles;
        this.viewer = viewer;
        this.draft = new DraftId(imports, viewer, Optional.empty());
        this.added = added;
        problems.addClassName("hg-problems");
        problems.getElement().setAttribute("role", "alert");
        problems.setVisible(false);
        add.addThemeVariants(ButtonVariant.PRIMARY);
        add.setEnabled(false);
        var content = new Div(
                new Paragraph("A file with one label a sample of %s: in their order, or with a column of their ids."
                        .formatted(dataset.name())),
                new FileUpload(
                        settings.uploadMax(),
                        upload -> imports.moveUpload(viewer, draft.get(), upload),
                        () -> look(Optional.empty())),
                problems,
                place);
        content.addClassName("hg-form");
        addClassName("hg-dialog");
        add(content);
        getFooter().add(new Button("Cancel", _ -> close()), add);
        addOpenedChangeListener(event -> {
            if (!event.isOpened()) {
                forget();
            }
        });
    }

    /// What was uploaded and not used is not kept.
    private void forget() {
        draft.known()
                .filter(id -> !imports.find(viewer, id).state().isOver())
                .ifPresent(id -> imports.cancel(viewer, id));
    }

    private void look(Optional<Labels> given) {
        var id = draft.known();
        if (id.isEmpty()) {
            return;
        }
        problems.setVisible(false);
        place.removeAll();
        form = Optional.empty();
        var looks = drafts.look(viewer, id.get());
        var unreadable = looks.stream().flatMap(look -> look.problem().stream()).findFirst();
        if (unreadable.isPresent()) {
            tell(unreadable.get());
            looks.stream()
                    .filter(look -> look.problem().isPresent())
                    .forEach(look ->
                            imports.removeFile(viewer, id.get(), look.file().name()));
        } else {
            try {
                show(looks, given);
            } catch (BadInput e) {
                tell(e);
            }
        }
        add.setEnabled(form.isPresent());
    }

    private void show(List<FileLook> looks, Optional<Labels> given) {
        var contents = looks.stream().flatMap(look -> look.contents().stream()).toList();
        var proposal = labelFiles.propose(viewer, dataset.id(), draft.known().orElseThrow(), given);
        var choices = proposal.questions().stream()
                .filter(question -> question.field().equals(Optional.of("values")))
                .findFirst()
                .map(LabelChoices::of)
                .orElse(List.of());
        var shown = new LabelsForm(
                proposal.suggested(),
                contents,
                choices,
                count(proposal.suggested()),
                Optional.empty(),
                () -> {},
                () -> look(form.map(LabelsForm::labels)));
        shown.withoutRemove();
        form = Optional.of(shown);
        place.add(shown);
        proposal.questions().forEach(question -> FieldErrors.show(question, shown.fields()));
    }

    /// What cannot be counted yet is told by the proposal.
    private Optional<LabelCounts> count(Labels labels) {
        try {
            return Optional.of(drafts.countLabels(viewer, draft.get(), labels));
        } catch (BadInput e) {
            return Optional.empty();
        }
    }

    private void add() {
        var shown = form.orElseThrow();
        problems.setVisible(false);
        var fields = new LinkedHashMap<>(shown.fields());
        try {
            var labeling =
                    labelFiles.add(viewer, dataset.id(), draft.known().orElseThrow(), Optional.of(shown.labels()));
            close();
            Notices.show("The labeling %s is added.".formatted(labeling.name()));
            added.run();
        } catch (BadInput e) {
            if (e.field().filter(fields::containsKey).isPresent()) {
                FieldErrors.show(e, fields);
            } else {
                tell(e);
            }
        } catch (Conflict e) {
            tell(new BadInput(Failures.tell(e), e));
        }
    }

    /// The sentence, and the first of what did not match.
    private void tell(BadInput problem) {
        problems.removeAll();
        problems.add(new Paragraph(String.valueOf(problem.getMessage())));
        listed(problem, "unmatched", "No sample has the id: ");
        listed(problem, "unlabelled", "No label has the id: ");
        problems.setVisible(true);
    }

    private void listed(BadInput problem, String key, String words) {
        if (problem.where().get(key) instanceof List<?> some && !some.isEmpty()) {
            var all = problem.where().get(key + "Count") instanceof Integer count ? count : some.size();
            var more = all > some.size() ? " and %d more".formatted(all - some.size()) : "";
            problems.add(new Paragraph(
                    words + some.stream().map(String::valueOf).collect(Collectors.joining(", ")) + more + "."));
        }
    }
}
