package org.histogrid.dataset.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import java.util.function.ToIntFunction;
import org.histogrid.base.Numbers;
import org.histogrid.base.ui.EmptyState;
import org.histogrid.base.ui.NarrowScreen;
import org.histogrid.base.ui.PageHeader;
import org.histogrid.base.ui.Polling;
import org.histogrid.base.ui.When;
import org.histogrid.dataset.DatasetItem;
import org.histogrid.dataset.DatasetService;
import org.histogrid.dataset.ImportService;
import org.histogrid.sharing.CurrentViewer;

/// All datasets one may see, and the imports that run.
@Route(DatasetNavigation.LIST)
@PageTitle("Datasets · Histogrid")
@Menu(title = "Datasets", order = 2, icon = "vaadin:database")
@PermitAll
class DatasetListView extends Main implements AfterNavigationObserver {

    private static final int POLL_MILLIS = 1_000;

    private final transient DatasetService datasets;
    private final transient ImportService imports;
    private final transient CurrentViewer viewer;
    private final transient Clock clock;
    private final TextField search = new TextField();
    private final RunningImports running = new RunningImports();
    private final Grid<DatasetItem> grid = new Grid<>();
    private final EmptyState empty;
    private int runningBefore;

    DatasetListView(DatasetService datasets, ImportService imports, CurrentViewer viewer, Clock clock) {
        this.datasets = datasets;
        this.imports = imports;
        this.viewer = viewer;
        this.clock = clock;
        this.empty = new EmptyState(
                "No datasets yet",
                "Import the activations you recorded (NumPy, PyTorch, safetensors, HDF5, Parquet or CSV) with one label "
                        + "a sample. Then make a project to compare neurons.",
                importButton());
        search.setPlaceholder("Search");
        search.setAriaLabel("Search datasets by name, model or description");
        search.setPrefixComponent(VaadinIcon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(_ -> grid.getLazyDataView().refreshAll());
        buildGrid();
        addClassName("hg-page");
        add(new PageHeader("Datasets", search, importButton()), running, empty, grid);
    }

    private static Button importButton() {
        var button = new Button("Import", _ -> DatasetNavigation.toImport());
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return button;
    }

    private void buildGrid() {
        grid.setAriaLabel("Datasets");
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setEmptyStateText("No dataset matches.");
        grid.addClassName("hg-grid");
        grid.addComponentColumn(DatasetListView::name)
                .setHeader("Name")
                .setKey("name")
                .setFlexGrow(3);
        var wide = List.of(
                grid.addColumn(DatasetItem::model).setHeader("Model").setFlexGrow(2),
                number(item -> item.samples()).setHeader("Samples"),
                grid.addComponentColumn(item -> new ClassBar(item.classes()))
                        .setHeader("Classes")
                        .setFlexGrow(3),
                number(item -> item.hookPoints()).setHeader("Hook points"),
                grid.addColumn(item -> Numbers.bytes(item.bytes()))
                        .setHeader("Size")
                        .setAutoWidth(true)
                        .setFlexGrow(0)
                        .setTextAlign(ColumnTextAlign.END),
                grid.addComponentColumn(this::made).setHeader("By").setFlexGrow(2),
                grid.addColumn(item -> item.usedIn() == 0 ? "" : Numbers.count(item.usedIn(), "project"))
                        .setHeader("Used in"),
                grid.addComponentColumn(DatasetListView::explore)
                        .setHeader("Neurons")
                        .setAutoWidth(true)
                        .setFlexGrow(0));
        NarrowScreen.hides(grid, wide);
        grid.addItemClickListener(
                event -> DatasetNavigation.toDataset(event.getItem().id()));
    }

    private Grid.Column<DatasetItem> number(ToIntFunction<DatasetItem> figure) {
        return grid.addColumn(item -> Numbers.integer(figure.applyAsInt(item)))
                .setTextAlign(ColumnTextAlign.END)
                .setAutoWidth(true)
                .setFlexGrow(0);
    }

    private static Anchor explore(DatasetItem item) {
        var link = new Anchor(DatasetNavigation.explorePathOf(item.id()), "Explore");
        link.getElement().setAttribute("aria-label", "Explore the neurons of " + item.name());
        return link;
    }

    private static Div name(DatasetItem item) {
        var link = new Anchor(DatasetNavigation.pathOf(item.id()), item.name());
        var summary = new Div(
                new Span("%s, %s".formatted(item.model(), Numbers.count(item.samples(), "sample"))),
                new ClassBar(item.classes()));
        summary.addClassNames("hg-narrow-only", "hg-small");
        var cell = new Div(link, summary);
        cell.addClassName("hg-break");
        return cell;
    }

    private Div made(DatasetItem item) {
        var when = When.relative(item.createdAt(), clock);
        when.addClassNames("hg-quiet", "hg-small");
        var cell = new Div(new Div(item.createdBy()), when);
        cell.addClassName("hg-break");
        return cell;
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        grid.setItemsPageable(
                page -> datasets.search(viewer.get(), search.getValue(), (int) page.getOffset(), page.getPageSize())
                        .items(),
                page -> datasets.search(viewer.get(), search.getValue(), 0, 1).total());
        showWhatThereIs();
        if (look()) {
            Polling.of(this, POLL_MILLIS, this::look);
        }
    }

    private void showWhatThereIs() {
        var any = datasets.search(viewer.get(), "", 0, 1).total() > 0;
        empty.setVisible(!any);
        grid.setVisible(any);
        search.setVisible(any);
    }

    private boolean look() {
        var now = imports.running(viewer.get());
        running.show(now, clock.instant());
        if (now.size() < runningBefore) {
            showWhatThereIs();
            grid.getLazyDataView().refreshAll();
        }
        runningBefore = now.size();
        return !now.isEmpty();
    }
}
