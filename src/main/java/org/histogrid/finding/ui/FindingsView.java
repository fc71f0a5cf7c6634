package org.histogrid.finding.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.Optional;
import org.histogrid.base.Numbers;
import org.histogrid.base.ui.EmptyState;
import org.histogrid.base.ui.PageHeader;
import org.histogrid.dataset.DatasetService;
import org.histogrid.finding.FindingService;
import org.histogrid.finding.FindingType;
import org.histogrid.sharing.CurrentViewer;

/// All findings one may see, last changed first.
@Route("findings")
@PageTitle("Findings - Histogrid")
@Menu(title = "Findings", order = 3, icon = "vaadin:pin")
@PermitAll
class FindingsView extends Composite<Div> implements AfterNavigationObserver {

    private final FindingService findings;
    private final DatasetService datasets;
    private final CurrentViewer viewer;
    private final Clock clock;
    private final TextField search = new TextField();
    private final Select<FindingType> type = new Select<>();
    private final Span count = new Span();
    private final Div filters = new Div(search, type, count);
    private final Div list = new Div();

    FindingsView(FindingService findings, DatasetService datasets, CurrentViewer viewer, Clock clock) {
        this.findings = findings;
        this.datasets = datasets;
        this.viewer = viewer;
        this.clock = clock;
        search.setPlaceholder("Search titles, texts, neurons");
        search.setAriaLabel("Search findings");
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(_ -> load());
        type.setAriaLabel("Type of finding");
        type.setItems(FindingType.values());
        type.setItemLabelGenerator(one -> one == null ? "All types" : one.label());
        type.setEmptySelectionAllowed(true);
        type.setEmptySelectionCaption("All types");
        type.setPlaceholder("All types");
        type.addValueChangeListener(_ -> load());
        count.addClassName("hg-found");
        count.getElement().setAttribute("role", "status");
        filters.addClassName("hg-filters");
        list.addClassName("hg-items");
        getContent().addClassName("hg-page");
        getContent().add(new PageHeader("Findings", add()), filters, list);
    }

    private Button add() {
        var button =
                new Button("Add finding", _ -> new AddFindingDialog(findings, datasets, viewer, this::load).open());
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return button;
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        load();
    }

    private void load() {
        var found = findings.search(viewer.get(), search.getValue(), Optional.ofNullable(type.getValue()));
        var filtered = !search.isEmpty() || !type.isEmpty();
        filters.setVisible(filtered || !found.isEmpty());
        count.setText(Numbers.count(found.size(), "finding"));
        list.removeAll();
        found.forEach(finding -> list.add(new FindingCard(finding, true, clock, findings, viewer, this::load)));
        if (found.isEmpty()) {
            list.add(filtered ? nothingMatches() : nothingYet());
        }
    }

    private EmptyState nothingMatches() {
        return new EmptyState(
                "No finding matches", "Look for another word, or show all types.", new Button("Show all", _ -> {
                    type.clear();
                    search.clear();
                }));
    }

    private EmptyState nothingYet() {
        return new EmptyState(
                "No findings yet",
                "A finding is a note on a neuron, such as an outlier or two separate peaks. Note one from any panel of a"
                        + " project, or look a neuron up here.",
                add());
    }
}
