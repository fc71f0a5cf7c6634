package org.histogrid.finding;

import java.io.Serializable;
import java.util.UUID;

public record FindingId(UUID value) implements Serializable {

    @Override
    public String toString() {
        return value.toString();
    }
}
