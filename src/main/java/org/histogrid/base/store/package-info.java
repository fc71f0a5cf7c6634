/// The database: a PostgreSQL of one's own, or the embedded one.
@NullMarked
package org.histogrid.base.store;

import org.jspecify.annotations.NullMarked;
