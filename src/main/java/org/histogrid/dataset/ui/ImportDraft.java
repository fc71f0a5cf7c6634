package org.histogrid.dataset.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.router.QueryParameters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.histogrid.base.BadInput;
import org.histogrid.base.HistogridSettings;
import org.histogrid.dataset.ImportId;
import org.histogrid.dataset.ImportService;
import org.histogrid.dataset.ImportSpec;
import org.histogrid.dataset.ImportSpec.Labels;
import org.histogrid.dataset.ImportStatus;
import org.histogrid.dataset.LabelCounts;
import org.histogrid.sharing.Viewer;
import org.histogrid.tensor.FileContents;
import org.histogrid.tensor.TensorInfo;

/// An import before it runs, in steps: what is in the files at the left, decisions at the right, what is open above.
class ImportDraft extends Composite<Div> {

    /// A larger file may take minutes to unpack: it is looked into when somebody asks.
    private static final long MOST_UNASKED = 200_000_000;

    private final transient ImportService imports;
    private final Viewer viewer;
    private final transient DraftId draft;
    private final transient DraftMapping mapping;
    private final SerializableConsumer<ImportId> begun;
    private final WizardBar bar = new WizardBar(this::next, this::go, this::commit);
    private final ProblemList problems = new ProblemList(this::open);
    private final H2 heading = new H2();
    private final StagedFiles files;
    private final LookPanel look = new LookPanel();
    private final Paragraph noFiles = new Paragraph("Drop the matrix of activations and the labels. "
            + "What is inside is shown here, and nothing is imported before you say so.");
    private final ImportForm form;
    private final ReportStep report = new ReportStep(this::refused);
    private final NotebookCard notebook = new NotebookCard();
    private final Div left = new Div();
    private final Div right = new Div();
    private final Div columns = new Div();
    private final transient Map<LabelSource, Optional<LabelCounts>> counts = new HashMap<>();
    private WizardStep step = WizardStep.FILES;
    private Optional<String> focus = Optional.empty();

    ImportDraft(
            ImportService imports,
            Viewer viewer,
            HistogridSettings settings,
            Optional<ImportStatus> status,
            List<TargetForm.Target> targets,
            SerializableConsumer<ImportId> begun) {
        this.imports = imports;
        this.viewer = viewer;
        this.begun = begun;
        draft = new DraftId(imports, viewer, status.map(ImportStatus::id));
        mapping = new DraftMapping(
                imports, viewer, draft, status.flatMap(ImportStatus::spec).orElse(ImportSpec.EMPTY));
        files = new StagedFiles(imports, viewer, draft, settings, this::filesChanged, this::look);
        form = new ImportForm(targets, this::count);
        form.onChange(this::changed);
        form.onRebuild(this::rebuild);
        heading.getElement().setAttribute("tabindex", "-1");
        noFiles.addClassName("hg-quiet");
        left.addClassName("hg-section");
        right.addClassName("hg-section");
        columns.add(left, right);
        columns.addClassNames("hg-columns", "hg-wizard-columns");
        getContent().addClassNames("hg-section", "hg-wizard");
        getContent().add(bar, problems, heading, columns);
        mapping.look();
        fill();
        show(WizardStep.FILES, false);
    }

    boolean isOf(Optional<ImportId> id) {
        return id.isPresent() && draft.known().equals(id);
    }

    /// Shows a step; without readable files only the first has anything to show.
    void show(WizardStep wanted, boolean moved) {
        step = mapping.isReadable() ? wanted : WizardStep.FILES;
        if (mapping.isDirty() && step != WizardStep.FILES) {
            mapping.propose();
            fill();
        }
        bar.show(step, draft.known().filter(_ -> mapping.isReadable()));
        heading.setText(step.heading());
        arrange();
        showProblems();
        if (step == WizardStep.REPORT) {
            read();
        } else {
            report.stop();
        }
        focus.ifPresentOrElse(form::focus, () -> {
            if (moved) {
                heading.getElement().executeJs("this.focus({preventScroll: true}); window.scrollTo(0, 0)");
            }
        });
        focus = Optional.empty();
    }

    private void arrange() {
        left.removeAll();
        right.removeAll();
        files.showIn(step);
        form.showStep(step);
        // Where there is room for one column only, what has to be decided comes first
        columns.setClassName("hg-decisions-first", step == WizardStep.MAPPING || step == WizardStep.LABELS);
        columns.setClassName("hg-wide-first", step == WizardStep.REPORT);
        noFiles.setVisible(mapping.looks().isEmpty());
        left.add(files);
        if (step == WizardStep.REPORT) {
            left.add(report);
            right.add(notebook);
        } else if (step == WizardStep.FILES) {
            right.add(noFiles, look);
        } else {
            left.add(look);
            right.add(form);
        }
    }

    private void showProblems() {
        if (!mapping.isReadable()) {
            problems.show(
                    mapping.looks().isEmpty()
                            ? List.of()
                            : List.of(OpenQuestion.of(
                                    new BadInput("Remove the files that cannot be read, then go on."))));
            return;
        }
        var questions = mapping.questions(form.spec());
        problems.show(questions);
        form.mark(questions);
    }

    private void filesChanged() {
        draft.known()
                .ifPresent(
                        id -> UI.getCurrent().getPage().getHistory().replaceState(null, DatasetNavigation.pathOf(id)));
        counts.clear();
        look.clear();
        mapping.look();
        fill();
        show(WizardStep.FILES, false);
    }

    private void fill() {
        files.show(mapping.looks());
        if (!mapping.isReadable()) {
            return;
        }
        var proposal = mapping.proposal();
        form.clearErrors();
        form.show(proposal.suggested(), mapping.contents(), proposal.questions());
        form.showWithoutLabels(Optional.ofNullable(mapping.spec().labelings())
                .map(List::isEmpty)
                .orElse(false));
        mapping.shown(form.spec());
        if (!look.isVisible()) {
            lookUnasked();
        }
    }

    private void lookUnasked() {
        mapping.looks().stream()
                .filter(one -> one.file().bytes() <= MOST_UNASKED)
                .flatMap(one -> one.contents().stream())
                .flatMap(one -> one.tensors().stream())
                .filter(SpecFiles::isMatrix)
                .findFirst()
                .map((TensorInfo tensor) -> new LookPanel.Wanted(tensor.file(), tensor.tensor()))
                .or(() -> mapping.contents().stream()
                        .filter(FileContents.Table.class::isInstance)
                        .findFirst()
                        .map(table -> new LookPanel.Wanted(table.file(), Optional.empty())))
                .ifPresent(this::peek);
    }

    private void look(LookPanel.Wanted wanted) {
        peek(wanted);
        look.getElement().executeJs("this.scrollIntoView({block: 'nearest'})");
    }

    private void peek(LookPanel.Wanted wanted) {
        try {
            look.show(imports.peek(viewer, draft.get(), wanted.file(), wanted.tensor()));
        } catch (BadInput e) {
            look.fail(wanted.inWords(), String.valueOf(e.getMessage()));
        }
    }

    /// Read once for each place, as long as the files are the same; what cannot be counted is told by the proposal.
    private Optional<LabelCounts> count(Labels labels) {
        return LabelSource.of(labels)
                .flatMap(source -> counts.computeIfAbsent(source, _ -> {
                    try {
                        return Optional.of(imports.countLabels(viewer, draft.get(), source.labels()));
                    } catch (BadInput e) {
                        return Optional.empty();
                    }
                }));
    }

    private void changed() {
        mapping.change(form.spec());
        showProblems();
    }

    /// After a change that alters which fields there are.
    private void rebuild(ImportSpec changed) {
        mapping.change(changed);
        mapping.propose();
        fill();
        showProblems();
    }

    private void next(WizardStep wanted) {
        if (step != WizardStep.FILES) {
            mapping.accept(step, form.spec());
        }
        go(wanted);
    }

    private void go(WizardStep wanted) {
        draft.known()
                .ifPresent(id -> UI.getCurrent()
                        .navigate(
                                DatasetNavigation.pathOf(id), QueryParameters.of(WizardStep.PARAMETER, wanted.key())));
    }

    private void open(OpenQuestion question) {
        focus = question.field();
        question.step().filter(wanted -> wanted != step).ifPresentOrElse(this::go, () -> show(step, true));
    }

    private void read() {
        notebook.show(
                mapping.proposal().spec(),
                mapping.looks().stream().map(one -> one.file().name()).toList());
        if (!mapping.questions(form.spec()).isEmpty()) {
            report.ask();
            return;
        }
        var spec = mapping.spec();
        report.start(() -> imports.check(viewer, draft.get(), spec));
    }

    private void refused(BadInput problem) {
        var question = OpenQuestion.of(problem);
        problems.show(List.of(question));
        form.mark(List.of(question));
    }

    private void commit() {
        problems.clear();
        form.clearErrors();
        try {
            begun.accept(imports.commit(viewer, draft.get(), mapping.spec()).id());
        } catch (BadInput e) {
            refused(e);
        }
    }
}
