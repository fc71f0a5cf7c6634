package org.histogrid.project;

import java.io.Serializable;
import java.util.UUID;
import org.histogrid.sharing.Thing;

public record ProjectId(UUID value) implements Serializable {

    public Thing asThing() {
        return Thing.project(value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
