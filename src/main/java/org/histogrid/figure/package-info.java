/// A computed grid as a figure for papers.
@ApplicationModule(allowedDependencies = {"histogram", "base"})
@NullMarked
package org.histogrid.figure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
