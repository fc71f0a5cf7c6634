/// The saved comparison; composes the other features in its views.
@ApplicationModule(
        allowedDependencies = {
            "account",
            "base",
            "chart",
            "dataset",
            "dataset :: ui",
            "finding",
            "finding :: ui",
            "histogram",
            "sharing",
            "stats"
        })
@NullMarked
package org.histogrid.project;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
