package org.histogrid.dataset;

import java.io.Serializable;

/// How samples are sorted. `attribute` is the column where the key is one, and empty otherwise. What has no
/// value comes last in both directions; equal ones keep the order of the samples.
public record SampleOrder(Key key, String attribute, boolean isDescending) implements Serializable {

    public enum Key {
        ORDINAL,
        VALUE,
        /// In the order of the labeling
        CLASS,
        ID,
        TEXT,
        /// Numbers by value, and before words
        ATTRIBUTE;

        /// Told by the samples' values and classes, without their rows.
        boolean isInMemory() {
            return this == ORDINAL || this == VALUE || this == CLASS;
        }
    }

    public static SampleOrder by(Key key) {
        return new SampleOrder(key, "", false);
    }

    public static SampleOrder byAttribute(String column) {
        return new SampleOrder(Key.ATTRIBUTE, column, false);
    }

    public SampleOrder descending() {
        return new SampleOrder(key, attribute, true);
    }
}
