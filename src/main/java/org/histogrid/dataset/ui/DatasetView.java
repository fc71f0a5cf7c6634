package org.histogrid.dataset.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.histogrid.base.HistogridSettings;
import org.histogrid.base.NotFound;
import org.histogrid.base.Numbers;
import org.histogrid.base.ui.Buttons;
import org.histogrid.base.ui.ConfirmedAction;
import org.histogrid.base.ui.Notices;
import org.histogrid.base.ui.PageHeader;
import org.histogrid.base.ui.When;
import org.histogrid.dataset.DatasetDetails;
import org.histogrid.dataset.DatasetId;
import org.histogrid.dataset.DatasetService;
import org.histogrid.dataset.DatasetUsage.Usage;
import org.histogrid.dataset.DraftReader;
import org.histogrid.dataset.ImportService;
import org.histogrid.dataset.LabelFileService;
import org.histogrid.dataset.LabelingService;
import org.histogrid.sharing.CurrentViewer;

/// One dataset: what was recorded where, how its samples are labelled, and who uses it.
@Route(DatasetNavigation.LIST + "/:" + DatasetView.ID)
@PermitAll
class DatasetView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    static final String ID = "dataset";

    private final transient DatasetService datasets;
    private final transient LabelingService labelings;
    private final transient LabelFileService labelFiles;
    private final transient ImportService imports;
    private final transient DraftReader drafts;
    private final transient HistogridSettings settings;
    private final transient CurrentViewer viewer;
    private final transient Clock clock;
    private String title = "Dataset";

    DatasetView(
            DatasetService datasets,
            LabelingService labelings,
            LabelFileService labelFiles,
            ImportService imports,
            DraftReader drafts,
            HistogridSettings settings,
            CurrentViewer viewer,
            Clock clock) {
        this.datasets = datasets;
        this.labelings = labelings;
        this.labelFiles = labelFiles;
        this.imports = imports;
        this.drafts = drafts;
        this.settings = settings;
        this.viewer = viewer;
        this.clock = clock;
        addClassName("hg-page");
    }

    static DatasetId idOf(String text) {
        try {
            return new DatasetId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new NotFound("This dataset");
        }
    }

    @Override
    public String getPageTitle() {
        return title + " · Histogrid";
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(idOf(event.getRouteParameters().get(ID).orElse("")));
    }

    private void show(DatasetId id) {
        var dataset = datasets.find(viewer.get(), id);
        var usage = datasets.usage(viewer.get(), id);
        title = dataset.name();
        removeAll();
        add(
                header(dataset),
                new FactsSection(dataset),
                new HookPointSection(dataset),
                new LabelingSection(dataset, datasets, labelings, viewer, () -> addFromFile(dataset), () -> show(id)),
                new SampleSection(dataset, datasets, viewer),
                new UsedBySection(usage),
                new ImportLogSection(imports.log(viewer.get(), id)));
        if (!dataset.description().isBlank()) {
            var description = new Paragraph(dataset.description());
            description.addClassName("hg-description");
            addComponentAtIndex(1, description);
        }
    }

    private void addFromFile(DatasetDetails dataset) {
        new LabelFileDialog(dataset, imports, drafts, labelFiles, settings, viewer.get(), () -> show(dataset.id()))
                .open();
    }

    private PageHeader header(DatasetDetails dataset) {
        return new PageHeader(dataset.name(), actions(dataset))
                .withBack("Datasets", DatasetNavigation.LIST)
                .withSubtitle(
                        new Span("%s, imported by %s ".formatted(dataset.model(), dataset.createdBy())),
                        When.relative(dataset.createdAt(), clock));
    }

    private Component[] actions(DatasetDetails dataset) {
        var explore = Buttons.primary("Explore neurons", () -> DatasetNavigation.toExplore(dataset.id()));
        if (!dataset.mayEdit()) {
            return new Component[] {explore};
        }
        var delete = new Button("Delete", _ -> askToDelete(dataset));
        delete.addThemeVariants(ButtonVariant.ERROR, ButtonVariant.TERTIARY);
        var edit = new Button(
                "Edit",
                _ -> new EditDialog(dataset, (name, description) -> {
                            datasets.describe(viewer.get(), dataset.id(), name, description);
                            show(dataset.id());
                        })
                        .open());
        return new Component[] {delete, edit, explore};
    }

    private void askToDelete(DatasetDetails dataset) {
        var usage = datasets.usage(viewer.get(), dataset.id());
        ConfirmedAction.ask("Delete %s?".formatted(dataset.name()), impact(dataset, usage), "Delete", () -> {
            datasets.delete(viewer.get(), dataset.id(), true);
            Notices.show("%s is deleted.".formatted(dataset.name()));
            DatasetNavigation.toList();
        });
    }

    private static Div impact(DatasetDetails dataset, List<Usage> usage) {
        var text = new Div(
                new Paragraph("%s and all labelings are deleted for good.".formatted(Numbers.bytes(dataset.bytes()))));
        var total = usage.stream().mapToInt(Usage::total).sum();
        if (total > 0) {
            text.add(new Paragraph("%s show it. Their rows stay and say that the dataset was deleted:"
                    .formatted(Numbers.count(total, "project"))));
            text.add(users(usage));
        }
        return text;
    }

    static UnorderedList users(List<Usage> usage) {
        var list = new UnorderedList();
        usage.stream()
                .flatMap(one -> one.visible().stream())
                .forEach(user -> list.add(new ListItem(new Anchor(user.path(), user.name()))));
        var hidden = usage.stream().mapToInt(Usage::hidden).sum();
        if (hidden > 0) {
            list.add(new ListItem("%s of others that you may not see".formatted(Numbers.count(hidden, "project"))));
        }
        return list;
    }
}
