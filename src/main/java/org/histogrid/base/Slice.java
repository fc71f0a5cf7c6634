package org.histogrid.base;

import java.util.List;

/// One page of a list: `items` from `offset`, of `total` in all.
public record Slice<T>(List<T> items, long offset, long total) {

    public Slice {
        items = List.copyOf(items);
    }
}
