package org.histogrid.explore.ui;

import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.UUID;
import org.histogrid.base.BadInput;
import org.histogrid.base.NotFound;
import org.histogrid.base.ui.Notices;
import org.histogrid.dataset.DatasetDetails;
import org.histogrid.dataset.DatasetId;
import org.histogrid.dataset.DatasetService;
import org.histogrid.dataset.Labeling;
import org.histogrid.sharing.CurrentViewer;

/// Finds what an address of the page means.
@SpringComponent
class ExplorePages {

    private final DatasetService datasets;
    private final CurrentViewer viewer;

    ExplorePages(DatasetService datasets, CurrentViewer viewer) {
        this.datasets = datasets;
        this.viewer = viewer;
    }

    /// Where an address asks for what there is not, it says so and shows the usual.
    ///
    /// @throws NotFound if there is no such dataset, or it may not be seen
    ExplorePage open(RouteParameters path, QueryParameters parameters) {
        var dataset = datasets.find(viewer.get(), id(path.get("dataset").orElse("")));
        try {
            return page(dataset, ExploreAddress.read(parameters));
        } catch (BadInput e) {
            Notices.showError("%s Shown as usual.".formatted(e.getMessage()));
            return page(dataset, ExploreQuery.PLAIN);
        }
    }

    private static DatasetId id(String text) {
        try {
            return new DatasetId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new NotFound("This dataset");
        }
    }

    /// The same dataset, explored in another way.
    ///
    /// @throws BadInput if it has no such labeling, hook point or class
    ExplorePage page(DatasetDetails dataset, ExploreQuery query) {
        var labeling = query.labeling()
                .map(id -> named(dataset, id))
                .or(() -> dataset.labelings().stream().findFirst());
        query.point().ifPresent(id -> {
            if (dataset.hookPoint(id).isEmpty()) {
                throw new BadInput("The dataset has no hook point %d.".formatted(id)).forField("point");
            }
        });
        var classes = labeling.map(one -> one.classes().size()).orElse(1);
        if (query.side() < 0 || query.side() >= classes) {
            throw new BadInput("The labeling has no class %d.".formatted(query.side() + 1)).forField("class");
        }
        return new ExplorePage(dataset, labeling, query);
    }

    private static Labeling named(DatasetDetails dataset, String id) {
        return dataset.labelings().stream()
                .filter(one -> one.id().toString().equals(id))
                .findFirst()
                .orElseThrow(() -> new BadInput("The labeling of this address was deleted.").forField("labeling"));
    }
}
