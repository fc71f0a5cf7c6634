/// Imports, stores and describes datasets; hands out activation vectors and labelings; never draws.
@ApplicationModule(allowedDependencies = {"sharing", "account", "tensor", "stats", "chart", "base"})
@NullMarked
package org.histogrid.dataset;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
