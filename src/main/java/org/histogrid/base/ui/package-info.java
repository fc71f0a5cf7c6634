/// Widgets and formats for all views; they know no feature.
@NullMarked
package org.histogrid.base.ui;

import org.jspecify.annotations.NullMarked;
