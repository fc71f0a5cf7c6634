/// What stands around the charts of a grid on every screen that shows one.
@NamedInterface("ui")
@NullMarked
package org.histogrid.figure.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
