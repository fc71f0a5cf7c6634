/// The page on which neurons are explored.
@NullMarked
package org.histogrid.explore.ui;

import org.jspecify.annotations.NullMarked;
