/// REST over the same services; problem details.
@ApplicationModule(
        allowedDependencies = {
            "account",
            "base",
            "dataset",
            "figure",
            "finding",
            "histogram",
            "neuron",
            "project",
            "screening",
            "sharing",
            "stats",
            "tensor"
        })
@NullMarked
package org.histogrid.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
