/// A small application that shows nothing but charts. It lies outside `org.histogrid`, where the real application does
/// not look for views.
@NullMarked
package org.histotest.chart;

import org.jspecify.annotations.NullMarked;
