/// Main layout, menu and error pages; nobody imports it.
@ApplicationModule(allowedDependencies = {"account", "account :: ui", "base"})
@NullMarked
package org.histogrid.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
