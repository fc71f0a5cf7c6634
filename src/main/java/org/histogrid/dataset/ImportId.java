package org.histogrid.dataset;

import java.io.Serializable;
import java.util.UUID;

public record ImportId(UUID value) implements Serializable {

    @Override
    public String toString() {
        return value.toString();
    }
}
