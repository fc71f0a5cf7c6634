package org.histogrid.explore.ui;

/// The pictures of all neurons at once.
enum OverviewPlot {
    /// How often which score occurs.
    DISTRIBUTION("Distribution"),
    /// Effect against q.
    VOLCANO("Volcano"),
    /// The half the ranking comes from against the other one.
    HALVES("Held-out"),
    /// The score by layer.
    LAYERS("Layers");

    private final String label;

    OverviewPlot(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
