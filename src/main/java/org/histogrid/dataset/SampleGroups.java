package org.histogrid.dataset;

import java.util.List;

/// The labelled samples of a neuron by value: groups of about equal size from low to high, and the samples at
/// the ends. `lowest` rises, `highest` falls.
public record SampleGroups(List<Group> groups, List<ValuedSample> lowest, List<ValuedSample> highest) {

    /// The values of a group, its samples by class, and some of them spread evenly over it.
    public record Group(ValueRange.Between values, List<LabelClass> classes, List<ValuedSample> examples) {
        public Group {
            classes = List.copyOf(classes);
            examples = List.copyOf(examples);
        }

        public int size() {
            return classes.stream().mapToInt(LabelClass::count).sum();
        }
    }

    public SampleGroups {
        groups = List.copyOf(groups);
        lowest = List.copyOf(lowest);
        highest = List.copyOf(highest);
    }
}
