package org.histogrid.dataset.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.histogrid.account.Role;
import org.histogrid.base.ui.ConfirmedAction;
import org.histogrid.base.ui.EmptyState;
import org.histogrid.base.ui.NarrowScreen;
import org.histogrid.base.ui.PageHeader;
import org.histogrid.base.ui.Polling;
import org.histogrid.base.ui.When;
import org.histogrid.dataset.ImportLine;
import org.histogrid.dataset.ImportService;
import org.histogrid.dataset.ImportStatus;
import org.histogrid.dataset.ImportStatus.Problem;
import org.histogrid.dataset.ImportStatus.State;
import org.histogrid.dataset.JobService;
import org.histogrid.sharing.CurrentViewer;

/// All imports of the installation, for administrators.
@Route("admin/jobs")
@PageTitle("Jobs · Histogrid")
@Menu(title = "Jobs", order = 10, icon = "vaadin:tasks")
@RolesAllowed(Role.Name.ADMIN)
class JobsView extends Main implements AfterNavigationObserver {

    private static final int POLL_MILLIS = 2_000;

    private final transient JobService jobs;
    private final transient ImportService imports;
    private final transient CurrentViewer viewer;
    private final transient Clock clock;
    private final Grid<ImportLine> grid = new Grid<>();
    private final EmptyState empty =
            new EmptyState("No imports yet", "Imports that anybody starts are listed here.", importLink());
    private boolean ranBefore;

    JobsView(JobService jobs, ImportService imports, CurrentViewer viewer, Clock clock) {
        this.jobs = jobs;
        this.imports = imports;
        this.viewer = viewer;
        this.clock = clock;
        buildGrid();
        addClassName("hg-page");
        add(new PageHeader("Jobs").withSubtitle("Imports of everybody, newest first."), empty, grid);
    }

    private static Anchor importLink() {
        return new Anchor(DatasetNavigation.IMPORT, "Import");
    }

    private void buildGrid() {
        grid.setAriaLabel("Imports");
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addClassNames("hg-grid", "hg-jobs");
        grid.addComponentColumn(this::name).setHeader("Name").setFlexGrow(3);
        var who = grid.addColumn(ImportLine::by).setHeader("Who");
        grid.addComponentColumn(this::state).setHeader("State").setFlexGrow(2);
        var started = grid.addComponentColumn(this::started).setHeader("Started");
        var took = grid.addColumn(line -> took(line.status()))
                .setHeader("Took")
                .setAutoWidth(true)
                .setFlexGrow(0);
        var problem =
                grid.addComponentColumn(JobsView::problem).setHeader("Problem").setFlexGrow(3);
        grid.addComponentColumn(this::actions).setHeader("").setAutoWidth(true).setFlexGrow(0);
        NarrowScreen.hides(grid, List.of(who, started, took, problem));
    }

    private Div name(ImportLine line) {
        var status = line.status();
        var more = new Div(new Span(line.by() + ", "), When.relative(status.createdAt(), clock));
        more.addClassNames("hg-narrow-only", "hg-quiet", "hg-small");
        var wrong = problem(line);
        wrong.addClassNames("hg-narrow-only", "hg-small");
        var cell = new Div(new Anchor(DatasetNavigation.pathOf(status.id()), status.name()), more, wrong);
        cell.addClassName("hg-break");
        return cell;
    }

    private Div state(ImportLine line) {
        var status = line.status();
        var cell = new Div(new Div(ImportWords.state(status)));
        cell.addClassName("hg-break");
        if (status.state() == State.RUNNING) {
            var bar = new ProgressBar(0, 1, status.share());
            bar.getElement().setAttribute("aria-label", "Progress of " + status.name());
            var words = new Div(ImportWords.progress(status, clock.instant()));
            words.addClassNames("hg-quiet", "hg-small", "hg-figures");
            cell.add(bar, words);
        }
        return cell;
    }

    private Component started(ImportLine line) {
        return line.status()
                .startedAt()
                .<Component>map(at -> When.relative(at, clock))
                .orElseGet(Span::new);
    }

    private String took(ImportStatus status) {
        return status.startedAt()
                .map(from -> Duration.between(from, status.finishedAt().orElseGet(clock::instant)))
                .map(ImportWords::duration)
                .orElse("");
    }

    private static Div problem(ImportLine line) {
        var words = new Div(line.status().problem().map(Problem::detail).orElse(""));
        words.addClassNames("hg-break", "hg-error");
        return words;
    }

    private Div actions(ImportLine line) {
        var status = line.status();
        var cell = new Div();
        status.dataset().ifPresent(id -> {
            var open = new Anchor(DatasetNavigation.pathOf(id), "Open");
            open.setAriaLabel("Open the dataset " + status.name());
            cell.add(open);
        });
        if (!status.state().isOver()) {
            var cancel = new Button("Cancel", _ -> askToCancel(status));
            cancel.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
            cancel.setAriaLabel("Cancel the import of " + status.name());
            cancel.setEnabled(!status.cancelling());
            cell.add(cancel);
        }
        return cell;
    }

    private void askToCancel(ImportStatus status) {
        ConfirmedAction.ask(
                "Cancel the import of %s?".formatted(status.name()), "Nothing of it is kept.", "Cancel import", () -> {
                    imports.cancel(viewer.get(), status.id());
                    grid.getLazyDataView().refreshAll();
                });
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        grid.setItemsPageable(
                page -> jobs.imports(viewer.get(), (int) page.getOffset(), page.getPageSize())
                        .items(),
                page -> jobs.imports(viewer.get(), 0, 1).total());
        var any = jobs.imports(viewer.get(), 0, 1).total() > 0;
        empty.setVisible(!any);
        grid.setVisible(any);
        Polling.of(this, POLL_MILLIS, this::look);
    }

    /// Others start imports while this page is open, so it looks for as long as it is.
    private boolean look() {
        var runs = !imports.running(viewer.get()).isEmpty();
        if (runs || ranBefore) {
            empty.setVisible(false);
            grid.setVisible(true);
            grid.getLazyDataView().refreshAll();
        }
        ranBefore = runs;
        return true;
    }
}
