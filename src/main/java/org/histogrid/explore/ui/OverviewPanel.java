package org.histogrid.explore.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.histogrid.screening.OverviewService;
import org.histogrid.screening.Ranking;
import org.histogrid.sharing.CurrentViewer;

/// Pictures of all neurons of the selection, one at a time.
final class OverviewPanel extends Composite<Section> {

    @SpringComponent
    static class Factory {

        private final OverviewService overviews;
        private final CurrentViewer viewer;

        Factory(OverviewService overviews, CurrentViewer viewer) {
            this.overviews = overviews;
            this.viewer = viewer;
        }

        OverviewPanel create(ExploreActions actions) {
            return new OverviewPanel(overviews, viewer, actions);
        }
    }

    private final Map<OverviewPlot, Tab> tabs = new EnumMap<>(OverviewPlot.class);
    private final Map<OverviewPlot, OverviewPicture> pictures = new EnumMap<>(OverviewPlot.class);
    private final Tabs bar = new Tabs();
    private final Div place = new Div();
    private final Paragraph words = new Paragraph();

    private OverviewPanel(OverviewService overviews, CurrentViewer viewer, ExploreActions actions) {
        pictures.put(OverviewPlot.DISTRIBUTION, new DistributionPicture(overviews, viewer, actions));
        pictures.put(OverviewPlot.VOLCANO, new PlanePicture(overviews, viewer, actions, PlaneKind.VOLCANO));
        pictures.put(OverviewPlot.HALVES, new PlanePicture(overviews, viewer, actions, PlaneKind.HALVES));
        pictures.put(OverviewPlot.LAYERS, new LayerPicture(overviews, viewer, actions));
        for (var plot : OverviewPlot.values()) {
            var tab = new Tab(plot.label());
            tabs.put(plot, tab);
            bar.add(tab);
        }
        bar.addSelectedChangeListener(event -> {
            if (event.isFromClient()) {
                actions.explore(actions.page().query().drawing(chosen(event.getSelectedTab())));
            }
        });
        bar.getElement().setAttribute("aria-label", "Pictures of all neurons");
        words.addClassNames("hg-quiet", "hg-small");
        place.addClassName("hg-overview-picture");
        getContent().addClassNames("hg-section", "hg-overview");
        getContent().add(new H2("All neurons"), bar, place, words);
    }

    private OverviewPlot chosen(Tab tab) {
        return tabs.entrySet().stream()
                .filter(one -> one.getValue().equals(tab))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(OverviewPlot.DISTRIBUTION);
    }

    void show(ExplorePage page, Ranking ranking) {
        var layered = page.dataset().hookPoints().size() > 1;
        tab(OverviewPlot.LAYERS).setVisible(layered);
        var plot = page.query().plot() == OverviewPlot.LAYERS && !layered
                ? OverviewPlot.DISTRIBUTION
                : page.query().plot();
        bar.setSelectedTab(tab(plot));
        var picture = Objects.requireNonNull(pictures.get(plot));
        picture.show(page, ranking);
        if (picture.component().getParent().isEmpty()) {
            place.removeAll();
            place.add(picture.component());
        }
        words.setText(picture.words());
    }

    private Tab tab(OverviewPlot plot) {
        return Objects.requireNonNull(tabs.get(plot));
    }
}
