package org.histogrid.finding;

public enum FindingType {
    OUTLIER("Outlier"),
    SEPARATING("Separating"),
    BIMODAL("Bimodal"),
    DEAD("Dead"),
    QUESTION("Question"),
    /// Named by a tag of the author's own.
    OTHER("Other");

    private final String label;

    FindingType(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
