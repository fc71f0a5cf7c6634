package org.histogrid.figure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.histogrid.histogram.ComputedGrid;

/// Which colour a class has, by its name, the same in every panel of a grid: the one of its labeling where it is first
/// met, or the next one where that would make two classes of a panel look alike.
public record ClassColours(Map<String, Integer> positions) {

    private static final int COLOURS = 8;

    /// One colour of the legend and the classes that have it, mostly one.
    public record Entry(String variable, List<String> names) {
        public String text() {
            return String.join(" / ", names);
        }
    }

    public ClassColours {
        positions = new LinkedHashMap<>(positions);
    }

    public static ClassColours of(ComputedGrid grid) {
        var positions = new LinkedHashMap<String, Integer>();
        for (var row : grid.rows()) {
            row.panels().stream()
                    .filter(panel -> panel.edges().isPresent())
                    .findFirst()
                    .ifPresent(panel -> assign(panel, positions));
        }
        return new ClassColours(positions);
    }

    private static void assign(ComputedGrid.Panel panel, Map<String, Integer> positions) {
        var taken = new HashSet<Integer>();
        panel.classes().stream()
                .map(ComputedGrid.PanelClass::name)
                .filter(positions::containsKey)
                .forEach(name -> taken.add(positions.getOrDefault(name, 0)));
        for (var one : panel.classes()) {
            if (!positions.containsKey(one.name())) {
                var position = one.colour() - 1;
                while (!taken.add(position)) {
                    position++;
                }
                positions.put(one.name(), position);
            }
        }
    }

    /// The CSS variable of a class.
    public String variable(String name) {
        return variable(positions.getOrDefault(name, 0).intValue());
    }

    public List<Entry> legend() {
        var byColour = new LinkedHashMap<Integer, List<String>>();
        positions.forEach((name, position) ->
                byColour.computeIfAbsent(position, key -> new ArrayList<>()).add(name));
        return byColour.entrySet().stream()
                .map(one -> new Entry(variable(one.getKey().intValue()), List.copyOf(one.getValue())))
                .toList();
    }

    private static String variable(int position) {
        return "--hg-class-" + (position % COLOURS + 1);
    }
}
