package org.histogrid.dataset;

import java.util.ArrayList;
import java.util.List;

/// How a labeling is called and shown: all that may change of it without a sample changing its class. The
/// classes stand in their order.
public record LabelingLook(String name, List<ClassLook> classes) {

    public record ClassLook(String name, int colour) {}

    public LabelingLook {
        classes = List.copyOf(classes);
    }

    public static LabelingLook of(Labeling labeling) {
        return new LabelingLook(
                labeling.name(),
                labeling.classes().stream()
                        .map(one -> new ClassLook(one.name(), one.colour()))
                        .toList());
    }

    public LabelingLook named(String newName) {
        return new LabelingLook(newName, classes);
    }

    public LabelingLook withClassNamed(int position, String newName) {
        return with(position, new ClassLook(newName, classes.get(position).colour()));
    }

    /// A class that has this colour already takes over the one that becomes free, so that no two look alike.
    public LabelingLook withColour(int position, int colour) {
        var free = classes.get(position).colour();
        var look = this;
        for (var other = 0; other < classes.size(); other++) {
            if (other != position && classes.get(other).colour() == colour && classes.size() <= LabelClass.COLOURS) {
                look = look.with(other, new ClassLook(classes.get(other).name(), free));
            }
        }
        return look.with(position, new ClassLook(classes.get(position).name(), colour));
    }

    private LabelingLook with(int position, ClassLook one) {
        var all = new ArrayList<>(classes);
        all.set(position, one);
        return new LabelingLook(name, all);
    }
}
