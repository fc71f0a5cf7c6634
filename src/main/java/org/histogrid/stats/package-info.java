/// Pure functions on primitive arrays and records: edges, counts, ranks, moments, tests.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.histogrid.stats;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
