/// All neurons of a dataset by their scores: ranked, filtered, drawn over each other, and put into projects.
@ApplicationModule(
        allowedDependencies = {
            "base",
            "chart",
            "dataset",
            "dataset :: ui",
            "figure",
            "histogram",
            "neuron",
            "neuron :: ui",
            "project",
            "project :: ui",
            "screening",
            "sharing",
            "stats"
        })
@NullMarked
package org.histogrid.explore;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
