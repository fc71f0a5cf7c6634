package org.histogrid.dataset.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Optional;
import org.histogrid.base.BadInput;
import org.histogrid.base.HistogridSettings;
import org.histogrid.dataset.DraftReader;
import org.histogrid.dataset.ImportId;
import org.histogrid.dataset.ImportService;
import org.histogrid.dataset.ImportSpec;
import org.histogrid.dataset.ImportStatus;
import org.histogrid.sharing.Viewer;

/// An import before it runs, in steps: what is in the files at the left, decisions at the right, what is open above.
class ImportDraft extends Composite<Div> {

    private final transient DraftId draft;
    private final transient DraftMapping mapping;
    private final SerializableConsumer<ImportId> begun;
    private final WizardBar bar = new WizardBar(this::next, this::go, this::commit);
    private final ProblemList problems = new ProblemList(this::open);
    private final H2 heading = new H2();
    private final StagedFiles files;
    private final transient DraftLook look;
    private final transient LabelCounting counts;
    private final ImportForm form;
    private final ReportStep report = new ReportStep(this::refused);
    private final NotebookCard notebook = new NotebookCard();
    private final WizardColumns columns;
    private WizardStep step = WizardStep.FILES;
    private Optional<String> focus = Optional.empty();

    ImportDraft(
            ImportService imports,
            DraftReader drafts,
            Viewer viewer,
            HistogridSettings settings,
            Optional<ImportStatus> status,
            List<TargetForm.Target> targets,
            SerializableConsumer<ImportId> begun) {
        this.begun = begun;
        draft = new DraftId(imports, viewer, status.map(ImportStatus::id));
        mapping = new DraftMapping(imports, drafts, viewer, draft, status.flatMap(ImportStatus::spec));
        look = new DraftLook(drafts, viewer, draft);
        counts = new LabelCounting(drafts, viewer, draft);
        files = new StagedFiles(imports, viewer, draft, settings, this::filesChanged, look::look);
        form = new ImportForm(targets, counts::count);
        form.onChange(this::changed);
        form.onRebuild(this::rebuild);
        heading.getElement().setAttribute("tabindex", "-1");
        columns = new WizardColumns(files, look.panel(), form, report, notebook);
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
        columns.show(step, mapping.looks().isEmpty());
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
        counts.forget();
        look.clear();
        mapping.look();
        fill();
        // Whoever went on while a file was on its way stays where they are
        show(step, false);
        draft.known()
                .ifPresent(id -> UI.getCurrent()
                        .getPage()
                        .getHistory()
                        .replaceState(null, DatasetNavigation.pathOf(id) + step.query()));
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
        look.lookUnasked(mapping.looks());
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
        report.start(() -> mapping.check(spec));
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
            begun.accept(mapping.commit());
        } catch (BadInput e) {
            refused(e);
        }
    }
}
