package org.histogrid.explore.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Objects;
import org.histogrid.base.ui.EmptyState;
import org.histogrid.base.ui.Notices;
import org.histogrid.base.ui.PageKeys;
import org.histogrid.dataset.ui.DatasetNavigation;
import org.histogrid.screening.Ranking;
import org.jspecify.annotations.Nullable;

/// All neurons of a dataset by their scores: ranked at the left, drawn at the right. The address says all that is
/// chosen.
@Route("datasets/:dataset/explore")
@PermitAll
class ExploreView extends Composite<Main> implements BeforeEnterObserver, HasDynamicTitle, ExploreActions {

    private final ExplorePages pages;
    private final ExploreDialogs dialogs;
    private final ExploreHead head;
    private final ScreeningBar screening;
    private final RankingPanel list;
    private final OverviewPanel overview;
    private final FewNeuronsPanel few;
    private final CompareSection compared;
    private final Div columns = new Div();
    private @Nullable ExplorePage page;
    private @Nullable Ranking ranking;

    ExploreView(
            ExplorePages pages,
            ExploreDialogs dialogs,
            ScreeningBar.Factory screenings,
            RankingPanel.Factory lists,
            OverviewPanel.Factory overviews,
            FewNeuronsPanel.Factory fewNeurons,
            ComparedPages comparing) {
        this.pages = pages;
        this.dialogs = dialogs;
        head = new ExploreHead(this, this::addToProject, this::compareWith, this::changeCuts);
        screening = screenings.create(_ -> refresh());
        list = lists.create(this);
        overview = overviews.create(this);
        few = fewNeurons.create(this);
        compared = new CompareSection(comparing, this);
        columns.add(list, overview);
        columns.addClassNames("hg-explore-columns");
        new PageKeys()
                .on("a", "Add to project", this::addToProject)
                .on("f", "Add filter", list::addFilter)
                .on("c", "Compare with", this::compareWith)
                .listenWith(this);
        getContent().addClassNames("hg-page", "hg-project", "hg-explore");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(pages.open(event.getRouteParameters(), event.getLocation().getQueryParameters()));
    }

    @Override
    public String getPageTitle() {
        return "%s · Histogrid".formatted(page().title());
    }

    @Override
    public ExplorePage page() {
        return Objects.requireNonNull(page, "No dataset is open");
    }

    private void show(ExplorePage opened) {
        page = opened;
        head.show(opened);
        getContent().removeAll();
        getContent().add(head);
        if (opened.labeling().isEmpty()) {
            getContent().add(noLabeling(opened));
            return;
        }
        getContent().add(screening, columns, few, compared);
        screening.show(opened.labelingRef(), opened.dataset().mayEdit());
        refresh();
    }

    private static EmptyState noLabeling(ExplorePage opened) {
        return new EmptyState(
                "No labeling yet",
                "Neurons are ranked by how well they tell classes of samples apart, and a labeling says which sample is in "
                        + "which class.",
                new Anchor(
                        DatasetNavigation.pathOf(opened.dataset().id()),
                        "Add a labeling to " + opened.dataset().name()));
    }

    /// Reads everything anew, as after a screening came to its end.
    private void refresh() {
        ranking = list.show(page());
        var isThere = ranking.neurons() > 0;
        columns.setVisible(isThere);
        few.setVisible(isThere);
        if (isThere) {
            overview.show(page(), ranking);
            few.show(page());
        }
        compared.show(page());
    }

    @Override
    public void explore(ExploreQuery query) {
        var before = page();
        var next = pages.page(before.dataset(), query);
        page = next;
        if (!next.labeling().equals(before.labeling())) {
            list.clear();
            screening.show(next.labelingRef(), next.dataset().mayEdit());
        }
        head.show(next);
        refresh();
        UI.getCurrent().getPage().getHistory().replaceState(null, next.location());
    }

    @Override
    public void selected(int neurons) {
        list.tell(neurons);
    }

    private void addToProject() {
        if (ranking != null && ranking.neurons() > 0) {
            dialogs.addToProject(page(), ranking, list.selected());
        } else {
            Notices.show("There are no scores yet.");
        }
    }

    private void compareWith() {
        if (page().labeling().isPresent()) {
            dialogs.compareWith(this);
        }
    }

    private void changeCuts() {
        dialogs.changeCuts(page().dataset(), this::refresh);
    }
}
