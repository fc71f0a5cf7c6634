/// Typed notes on neurons.
@ApplicationModule(allowedDependencies = {"dataset", "sharing", "account", "base"})
@NullMarked
package org.histogrid.finding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
