/// A computed grid as a picture: as charts of the screen, and as figures on paper.
@ApplicationModule(allowedDependencies = {"histogram", "chart", "stats", "base"})
@NullMarked
package org.histogrid.figure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
