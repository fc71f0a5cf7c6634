/// Who may do what to which thing, keyed by kind and id; visibility and share links.
@ApplicationModule(allowedDependencies = {"account", "base"})
@NullMarked
package org.histogrid.sharing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
