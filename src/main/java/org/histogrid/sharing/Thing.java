package org.histogrid.sharing;

import java.io.Serializable;
import java.util.UUID;

/// What can be shared, by kind and id.
public record Thing(Kind kind, UUID id) implements Serializable {

    public enum Kind {
        DATASET("dataset"),
        PROJECT("project");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    public static Thing dataset(UUID id) {
        return new Thing(Kind.DATASET, id);
    }

    public static Thing project(UUID id) {
        return new Thing(Kind.PROJECT, id);
    }
}
