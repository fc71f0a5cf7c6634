package org.histogrid.dataset;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One side of a labeling. `colour` is its place among the class colours of the theme, from 1.
public record LabelClass(String name, int count, int colour) implements Serializable {

    public static final int COLOURS = 8;
    private static final int BY_ORDER = 0;

    public LabelClass {
        if (colour < BY_ORDER || colour > COLOURS) {
            throw new IllegalArgumentException("There are %d class colours, got %d".formatted(COLOURS, colour));
        }
    }

    /// A class whose colour follows from its place among the others.
    public LabelClass(String name, int count) {
        this(name, count, BY_ORDER);
    }

    /// Rows written before classes had colours have none.
    @JsonCreator
    static LabelClass stored(
            @JsonProperty("name") String name,
            @JsonProperty("count") int count,
            @JsonProperty("colour") @Nullable Integer colour) {
        return new LabelClass(name, count, colour == null ? BY_ORDER : colour);
    }

    /// Gives those that have no colour yet the one of their place.
    static List<LabelClass> coloured(List<LabelClass> classes) {
        var coloured = new ArrayList<LabelClass>();
        for (var one : classes) {
            var byOrder = coloured.size() % COLOURS + 1;
            coloured.add(one.colour == BY_ORDER ? new LabelClass(one.name, one.count, byOrder) : one);
        }
        return List.copyOf(coloured);
    }
}
