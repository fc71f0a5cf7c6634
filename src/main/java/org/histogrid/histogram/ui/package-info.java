/// The fields for the settings of histograms.
@NamedInterface("ui")
@NullMarked
package org.histogrid.histogram.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
