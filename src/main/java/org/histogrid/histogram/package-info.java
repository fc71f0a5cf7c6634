/// A grid specification in, a computed grid out; cached; keeps nothing.
@ApplicationModule(allowedDependencies = {"dataset", "sharing", "stats", "base"})
@NullMarked
package org.histogrid.histogram;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
