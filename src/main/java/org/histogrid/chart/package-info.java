/// The chart elements and their option records; knows no neuron.
@ApplicationModule(allowedDependencies = "stats")
@NullMarked
package org.histogrid.chart;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
