/// Scores of all neurons under a labeling: computed by jobs, ranked, looked at as a whole, with the outliers among
/// them.
@ApplicationModule(allowedDependencies = {"dataset", "sharing", "stats", "base"})
@NullMarked
package org.histogrid.screening;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
