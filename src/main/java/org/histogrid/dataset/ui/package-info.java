@NamedInterface("ui")
@NullMarked
package org.histogrid.dataset.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
