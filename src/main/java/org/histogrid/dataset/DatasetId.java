package org.histogrid.dataset;

import java.io.Serializable;
import java.util.UUID;
import org.histogrid.sharing.Thing;

public record DatasetId(UUID value) implements Serializable {

    public static DatasetId create() {
        return new DatasetId(UUID.randomUUID());
    }

    public Thing asThing() {
        return Thing.dataset(value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
