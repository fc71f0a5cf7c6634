/// Profiles of all neurons under a labeling; ranking and outlier types.
@ApplicationModule(allowedDependencies = {"dataset", "sharing", "stats", "base"})
@NullMarked
package org.histogrid.screening;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
