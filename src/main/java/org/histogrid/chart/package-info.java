/// The chart element and its option records; knows no neuron.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.histogrid.chart;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
