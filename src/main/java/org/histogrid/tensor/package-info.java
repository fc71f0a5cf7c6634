/// Readers of array files and tables: inspect, then stream. Hostile input is expected.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.histogrid.tensor;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
