/// The screens of findings, and the dialogs that other screens open to note one.
@NamedInterface("ui")
@NullMarked
package org.histogrid.finding.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
