/// One neuron from all sides: its scores, where else it was recorded, and which neurons act like it.
@ApplicationModule(
        allowedDependencies = {
            "account",
            "base",
            "chart",
            "dataset",
            "dataset :: ui",
            "figure",
            "figure :: ui",
            "finding",
            "finding :: ui",
            "histogram",
            "histogram :: ui",
            "screening",
            "sharing",
            "stats"
        })
@NullMarked
package org.histogrid.neuron;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
