/// The saved comparison; composes the other features in its views.
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
            "neuron",
            "neuron :: ui",
            "screening",
            "sharing",
            "stats"
        })
@NullMarked
package org.histogrid.project;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
