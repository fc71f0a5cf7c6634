package org.histogrid.explore.ui;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.histogrid.dataset.HookPoint;
import org.histogrid.dataset.NeuronRef;
import org.histogrid.project.NeuronChoice;
import org.histogrid.project.ProjectContent;
import org.histogrid.project.ProjectRow;
import org.histogrid.project.RowFill;
import org.histogrid.project.RowFill.Place;

/// Neurons of a ranking on their way into a project: one row for each hook point.
///
/// @param neurons in the order of the ranking
/// @param picked whether somebody picked them from the list
/// @param tested how many neurons were tested
record Placing(ExplorePage page, List<NeuronRef> neurons, boolean picked, int tested) {

    Placing {
        neurons = List.copyOf(neurons);
    }

    private LinkedHashMap<Integer, List<Integer>> byPoint() {
        return neurons.stream()
                .collect(Collectors.groupingBy(
                        NeuronRef::hookPoint,
                        LinkedHashMap::new,
                        Collectors.mapping(NeuronRef::neuron, Collectors.toList())));
    }

    /// Where they can go in a project: a new row first, then the rows of the same hook point and labeling.
    List<Place> places(List<ProjectRow> rows) {
        var places = new ArrayList<Place>(List.of(new Place.NewRow()));
        var points = byPoint().keySet();
        if (points.size() == 1) {
            for (var i = 0; i < rows.size(); i++) {
                var row = rows.get(i);
                if (row.labelingRef().equals(page.labelingRef()) && points.contains(row.hookPoint())) {
                    places.add(new Place.EndOf(i));
                    places.add(new Place.InsteadOf(i));
                }
            }
        }
        return places;
    }

    ProjectContent into(ProjectContent content, Place place, LocalDate today) {
        var filled = content;
        for (var point : byPoint().entrySet()) {
            filled = fill(point.getKey(), point.getValue(), place, today).into(filled);
        }
        return filled;
    }

    private RowFill fill(int point, List<Integer> ofPoint, Place place, LocalDate today) {
        var query = page.query();
        var choice = new NeuronChoice(
                query.by(),
                query.order(),
                ofPoint,
                picked,
                tested,
                page.side(),
                query.filters().stream()
                        .map(filter -> RankWords.filter(filter, page.words()))
                        .toList(),
                today);
        return new RowFill(page.labelingRef(), point, label(page.dataset().requireHookPoint(point)), choice, place);
    }

    /// As projects call their rows: by model, and by layer where there are several.
    private String label(HookPoint point) {
        var model = page.dataset().model();
        return page.dataset().hookPoints().size() > 1 && point.layer() != null
                ? "%s, layer %d".formatted(model, Objects.requireNonNull(point.layer()))
                : model;
    }

    int rows() {
        return byPoint().size();
    }
}
