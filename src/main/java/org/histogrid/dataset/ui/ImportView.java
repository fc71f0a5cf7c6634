package org.histogrid.dataset.ui;

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
import java.util.Optional;
import java.util.UUID;
import org.histogrid.base.HistogridSettings;
import org.histogrid.base.NotFound;
import org.histogrid.base.ui.PageHeader;
import org.histogrid.base.ui.When;
import org.histogrid.dataset.ImportId;
import org.histogrid.dataset.ImportService;
import org.histogrid.dataset.ImportStatus;
import org.histogrid.sharing.CurrentViewer;
import org.histogrid.sharing.Viewer;

/// An import at whatever stage it is: all of it lives on the server, so loading the page again loses nothing.
@Route(DatasetNavigation.IMPORT + "/:" + ImportView.ID + "?")
@PermitAll
class ImportView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    static final String ID = "import";

    private final transient ImportService imports;
    private final transient CurrentViewer current;
    private final transient HistogridSettings settings;
    private final transient Clock clock;
    private String title = "Import";

    ImportView(ImportService imports, CurrentViewer current, HistogridSettings settings, Clock clock) {
        this.imports = imports;
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
        if (id.isPresent()) {
            show(viewer, id.get());
        } else {
            showDraft(viewer, Optional.empty());
        }
    }

    private static ImportId idOf(String text) {
        try {
            return new ImportId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new NotFound("This import");
        }
    }

    private void show(Viewer viewer, ImportId id) {
        var status = imports.find(viewer, id);
        if (status.state() == ImportStatus.State.DRAFT) {
            showDraft(viewer, Optional.of(status));
            return;
        }
        title = "Import of " + status.name();
        removeAll();
        add(
                new PageHeader(title).withBack("Datasets", DatasetNavigation.LIST),
                new ImportProgress(imports, viewer, clock, status));
    }

    private void showDraft(Viewer viewer, Optional<ImportStatus> status) {
        removeAll();
        var check = new Button("Check");
        var begin = new Button("Import");
        begin.addThemeVariants(ButtonVariant.PRIMARY);
        begin.setDisableOnClick(true);
        var draft = new ImportDraft(imports, viewer, settings, status, begun -> show(viewer, begun));
        check.addClickListener(_ -> draft.check());
        begin.addClickListener(_ -> {
            draft.commit();
            begin.setEnabled(true);
        });
        draft.onFiles(any -> {
            check.setVisible(any);
            begin.setVisible(any);
        });
        add(new PageHeader("Import a dataset", check, begin).withBack("Datasets", DatasetNavigation.LIST));
        if (status.isEmpty()) {
            imports.lastDraft(viewer)
                    .filter(left -> !left.files().isEmpty())
                    .ifPresent(left -> add(leftBehind(viewer, left)));
        }
        add(draft);
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
