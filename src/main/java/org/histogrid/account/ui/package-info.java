@NamedInterface("ui")
@NullMarked
package org.histogrid.account.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
