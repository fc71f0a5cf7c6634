package org.histogrid.explore.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Optional;
import org.histogrid.chart.PlaneChart;
import org.histogrid.chart.PlaneSelection;
import org.histogrid.dataset.NeuronAddress;
import org.histogrid.dataset.NeuronRef;
import org.histogrid.neuron.ui.NeuronNavigation;
import org.histogrid.screening.OverviewService;
import org.histogrid.screening.PlaneBins;
import org.histogrid.screening.RankFilter;
import org.histogrid.screening.Ranking;
import org.histogrid.screening.ScoreAt;
import org.histogrid.sharing.CurrentViewer;

/// All neurons in a plane of two scores. A rectangle that is dragged limits the list.
final class PlanePicture implements OverviewPicture {

    private final OverviewService overviews;
    private final CurrentViewer viewer;
    private final ExploreActions actions;
    private final PlaneKind kind;
    private final Div place = new Div();
    private Optional<PlaneChart> chart = Optional.empty();
    private List<NeuronRef> neurons = List.of();

    PlanePicture(OverviewService overviews, CurrentViewer viewer, ExploreActions actions, PlaneKind kind) {
        this.overviews = overviews;
        this.viewer = viewer;
        this.actions = actions;
        this.kind = kind;
    }

    @Override
    public void show(ExplorePage page, Ranking ranking) {
        var by = page.query().by();
        var found = overviews.plane(viewer.get(), page.selection(), kind.x(by), kind.y(by));
        neurons = found.points().stream().map(PlaneBins.Point::neuron).toList();
        var spec = PlaneSpecs.of(kind, found, page);
        if (spec.isEmpty()) {
            chart = Optional.empty();
            place.removeAll();
            place.add(new Paragraph("No neuron has both scores."));
            return;
        }
        if (chart.isPresent()) {
            chart.get().show(spec.get());
        } else {
            draw(new PlaneChart(spec.get()));
        }
        selected(page).ifPresentOrElse(chart.orElseThrow()::select, chart.orElseThrow()::clearSelection);
    }

    private void draw(PlaneChart drawn) {
        drawn.allowSelection(true);
        drawn.addSelectionListener(event -> event.selection().ifPresentOrElse(this::limit, this::widen));
        drawn.addPointListener(event -> {
            if (event.index() >= 0 && event.index() < neurons.size()) {
                open(neurons.get(event.index()));
            }
        });
        chart = Optional.of(drawn);
        place.removeAll();
        place.add(drawn);
    }

    private void limit(PlaneSelection selection) {
        var query = actions.page().query();
        var y = kind.toScore(selection.fromY(), selection.toY());
        actions.explore(query.limitedTo(List.of(
                new RankFilter.Within(kind.x(query.by()), selection.fromX(), selection.toX()),
                new RankFilter.Within(kind.y(query.by()), y[0], y[1]))));
    }

    private void widen() {
        var query = actions.page().query();
        var scores = List.of(kind.x(query.by()), kind.y(query.by()));
        var left = query.ranges().filter(one -> scores.contains(one.score())).toList();
        for (var range : left) {
            query = query.without(range);
        }
        actions.explore(query);
    }

    /// The rectangle the list is limited to, where it has four ends.
    private Optional<PlaneSelection> selected(ExplorePage page) {
        var by = page.query().by();
        return range(page, kind.x(by))
                .flatMap(x -> range(page, kind.y(by)).map(y -> {
                    var ends = kind.toScore(y.from(), y.to());
                    return new PlaneSelection(x.from(), x.to(), ends[0], ends[1]);
                }));
    }

    private static Optional<RankFilter.Within> range(ExplorePage page, ScoreAt score) {
        return page.query()
                .ranges()
                .filter(one -> one.score().equals(score))
                .filter(one -> Double.isFinite(one.from()) && Double.isFinite(one.to()) && one.from() < one.to())
                .findFirst();
    }

    private void open(NeuronRef ref) {
        var dataset = actions.page().dataset();
        dataset.hookPoint(ref.hookPoint())
                .ifPresent(point -> NeuronNavigation.open(NeuronAddress.path(dataset, point, ref.neuron())));
    }

    @Override
    public Component component() {
        return place;
    }

    @Override
    public String words() {
        return kind.words();
    }
}
