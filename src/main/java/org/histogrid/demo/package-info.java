/// The demo team, its datasets and its project, made through the services a user calls.
@ApplicationModule(allowedDependencies = {"account", "base", "dataset", "histogram", "project", "sharing", "stats"})
@NullMarked
package org.histogrid.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
