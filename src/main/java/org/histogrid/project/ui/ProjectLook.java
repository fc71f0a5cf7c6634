package org.histogrid.project.ui;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.histogrid.histogram.ComputedGrid;
import org.histogrid.histogram.ComputedGrid.Panel;

/// How somebody looks at a project, beside what is saved with it. Its address says it, so that a link shows the same.
///
/// @param hidden names of classes
/// @param thresholds where labelings on scores, by their names, are parted instead of where they were stored to be
/// @param panel the one that is shown large
/// @param compact whether panels are small
record ProjectLook(Set<String> hidden, Map<String, Double> thresholds, Optional<Place> panel, boolean compact) {

    static final ProjectLook PLAIN = new ProjectLook(Set.of(), Map.of(), Optional.empty(), false);

    private static final String HIDE = "hide";
    private static final String THRESHOLD = "threshold";
    private static final String COMPACT = "compact";

    /// A panel by its row and its column, both counted from 0; written as `1.4` with both counted from 1.
    record Place(int row, int column) {

        static Optional<Place> parse(String text) {
            var parts = text.split("\\.", -1);
            try {
                return parts.length == 2
                        ? Optional.of(new Place(Integer.parseInt(parts[0]) - 1, Integer.parseInt(parts[1]) - 1))
                        : Optional.empty();
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }

        /// The panel at this place, where there is one.
        Optional<Panel> in(ComputedGrid grid) {
            return Optional.of(grid.rows())
                    .filter(rows -> row >= 0 && row < rows.size())
                    .map(rows -> rows.get(row).panels())
                    .filter(panels -> column >= 0 && column < panels.size())
                    .map(panels -> panels.get(column));
        }

        @Override
        public String toString() {
            return (row + 1) + "." + (column + 1);
        }
    }

    ProjectLook {
        hidden = Collections.unmodifiableSet(new LinkedHashSet<>(hidden));
        thresholds = Collections.unmodifiableMap(new LinkedHashMap<>(thresholds));
    }

    ProjectLook hiding(Set<String> classes) {
        return new ProjectLook(classes, thresholds, panel, compact);
    }

    ProjectLook parting(String labeling, double threshold) {
        var changed = new LinkedHashMap<>(thresholds);
        changed.put(labeling, threshold);
        return new ProjectLook(hidden, changed, panel, compact);
    }

    ProjectLook asStored(String labeling) {
        var changed = new LinkedHashMap<>(thresholds);
        changed.remove(labeling);
        return new ProjectLook(hidden, changed, panel, compact);
    }

    /// With every labeling parted as it is stored.
    ProjectLook asStored() {
        return new ProjectLook(hidden, Map.of(), panel, compact);
    }

    ProjectLook at(Optional<Place> large) {
        return new ProjectLook(hidden, thresholds, large, compact);
    }

    ProjectLook compact(boolean on) {
        return new ProjectLook(hidden, thresholds, panel, on);
    }

    /// The parameters of the address; the panel is a part of its path.
    Map<String, List<String>> toQuery() {
        var query = new LinkedHashMap<String, List<String>>();
        if (!hidden.isEmpty()) {
            query.put(HIDE, List.copyOf(hidden));
        }
        if (!thresholds.isEmpty()) {
            query.put(
                    THRESHOLD,
                    thresholds.entrySet().stream()
                            .map(one -> one.getKey() + ":" + one.getValue())
                            .toList());
        }
        if (compact) {
            query.put(COMPACT, List.of("true"));
        }
        return query;
    }

    /// What does not read is passed over: an address is typed and cut by people and programs.
    static ProjectLook read(Map<String, List<String>> query, Optional<Place> panel) {
        var thresholds = new LinkedHashMap<String, Double>();
        for (var text : query.getOrDefault(THRESHOLD, List.of())) {
            var colon = text.lastIndexOf(':');
            number(text.substring(colon + 1))
                    .filter(_ -> colon > 0)
                    .ifPresent(cut -> thresholds.put(text.substring(0, colon), cut));
        }
        return new ProjectLook(
                new LinkedHashSet<>(new ArrayList<>(query.getOrDefault(HIDE, List.of()))),
                thresholds,
                panel,
                query.getOrDefault(COMPACT, List.of()).contains("true"));
    }

    private static Optional<Double> number(String text) {
        try {
            return Optional.of(Double.parseDouble(text)).filter(Double::isFinite);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
