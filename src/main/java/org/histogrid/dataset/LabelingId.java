package org.histogrid.dataset;

import java.io.Serializable;
import java.util.UUID;

public record LabelingId(UUID value) implements Serializable {

    public static LabelingId create() {
        return new LabelingId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
