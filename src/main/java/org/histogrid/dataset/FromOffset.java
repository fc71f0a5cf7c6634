package org.histogrid.dataset;

import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;

/// A page that begins at any item, not only at a multiple of its size.
final class FromOffset extends PageRequest {

    private final long offset;

    FromOffset(int offset, int limit) {
        super(offset / limit, limit, Sort.unsorted());
        this.offset = offset;
    }

    @Override
    public long getOffset() {
        return offset;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FromOffset page && page.offset == offset && super.equals(other);
    }

    @Override
    public int hashCode() {
        return 31 * super.hashCode() + Long.hashCode(offset);
    }
}
