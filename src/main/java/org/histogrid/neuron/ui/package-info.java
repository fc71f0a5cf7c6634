/// The page of a neuron, and its parts that other screens show too.
@NamedInterface("ui")
@NullMarked
package org.histogrid.neuron.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
