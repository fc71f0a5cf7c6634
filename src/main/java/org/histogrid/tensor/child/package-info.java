/// What runs in a process of its own: the parsers of others that read HDF5 and Parquet. Of this package the
/// server uses only [org.histogrid.tensor.child.ChildAnswer].
@NullMarked
package org.histogrid.tensor.child;

import org.jspecify.annotations.NullMarked;
