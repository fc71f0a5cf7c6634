package org.histogrid.dataset.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.histogrid.base.HistogridSettings;
import org.histogrid.base.NotFound;
import org.histogrid.base.ui.PageHeader;
import org.histogrid.base.ui.When;
import org.histogrid.dataset.DatasetDetails;
import org.histogrid.dataset.DatasetItem;
import org.histogrid.dataset.DatasetService;
import org.histogrid.dataset.DraftReader;
import org.histogrid.dataset.ImportId;
import org.histogrid.dataset.ImportService;
import org.histogrid.dataset.ImportStatus;
import org.histogrid.sharing.CurrentViewer;
import org.histogrid.sharing.Viewer;
import org.jspecify.annotations.Nullable;

/// An import at whatever stage it is: all of it lives on the server, so loading the page again loses nothing.
@Route(DatasetNavigation.IMPORT + "/:" + ImportView.ID + "?")
@PermitAll
class ImportView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    static final String ID = "import";
    private static final int MOST_TARGETS = 200;

    private final transient ImportService imports;
    private final transient DraftReader drafts;
    private final transient DatasetService datasets;
    private final transient CurrentViewer current;
    private final transient HistogridSettings settings;
    private final transient Clock clock;
    private String title = "Import";
    private @Nullable ImportDraft draft;

    ImportView(
            ImportService imports,
            DraftReader drafts,
            DatasetService datasets,
            CurrentViewer current,
            HistogridSettings settings,
            Clock clock) {
        this.imports = imports;
        this.drafts = drafts;
        this.datasets = datasets;
        this.current = current;
        this.settings = settings;
        this.clock = clock;
        addClassName("hg-page");
    }

    @Override
    public String getPageTitle() {
        return title + " · Histogrid";
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var viewer = current.get();
        var id = event.getRouteParameters().get(ID).map(ImportView::idOf);
        var step = WizardStep.of(event.getLocation().getQueryParameters().getSingleParameter(WizardStep.PARAMETER));
        if (id.isPresent()) {
            show(viewer, id.get(), step);
        } else {
            draft = null;
            showDraft(viewer, Optional.empty(), step);
        }
    }

    private static ImportId idOf(String text) {
        try {
            return new ImportId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new NotFound("This import");
        }
    }

    private void show(Viewer viewer, ImportId id, WizardStep step) {
        var status = imports.find(viewer, id);
        if (status.state() == ImportStatus.State.DRAFT) {
            showDraft(viewer, Optional.of(status), step);
            return;
        }
        draft = null;
        title = "Import of " + status.name();
        removeAll();
        add(
                new PageHeader(title).withBack("Datasets", DatasetNavigation.LIST),
                new ImportProgress(imports, viewer, clock, status));
    }

    private void showDraft(Viewer viewer, Optional<ImportStatus> status, WizardStep step) {
        if (draft != null && draft.isOf(status.map(ImportStatus::id))) {
            draft.show(step, true);
            return;
        }
        removeAll();
        add(new PageHeader("Import").withBack("Datasets", DatasetNavigation.LIST));
        if (status.isEmpty()) {
            imports.lastDraft(viewer)
                    .filter(left -> !left.files().isEmpty())
                    .ifPresent(left -> add(leftBehind(viewer, left)));
        }
        draft = new ImportDraft(imports, drafts, viewer, settings, status, targets(viewer), begun -> {
            UI.getCurrent().getPage().getHistory().replaceState(null, DatasetNavigation.pathOf(begun));
            show(viewer, begun, step);
        });
        add(draft);
        if (step != WizardStep.FILES) {
            draft.show(step, false);
        }
    }

    /// Datasets that hook points may be added to, newest first.
    private List<TargetForm.Target> targets(Viewer viewer) {
        var newest = datasets.search(viewer, "", 0, MOST_TARGETS).items();
        var may = datasets.findAll(viewer, newest.stream().map(DatasetItem::id).toList());
        return newest.stream()
                .filter(item -> Optional.ofNullable(may.get(item.id()))
                        .map(DatasetDetails::mayEdit)
                        .orElse(false))
                .map(item -> new TargetForm.Target(item.id().toString(), item.name(), item.samples()))
                .toList();
    }

    private Div leftBehind(Viewer viewer, ImportStatus left) {
        var banner = new Div();
        var discard = new Button("Discard", _ -> {
            imports.cancel(viewer, left.id());
            banner.setVisible(false);
        });
        discard.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        discard.setAriaLabel("Discard the unfinished import of " + left.name());
        banner.addClassName("hg-banner");
        banner.add(
                new Span("You left the import of %s unfinished ".formatted(left.name())),
                When.relative(left.createdAt(), clock),
                new Anchor(DatasetNavigation.pathOf(left.id()), "Continue"),
                discard);
        return banner;
    }
}
