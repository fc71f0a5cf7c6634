/// Ids, clock, paging and the error funnel; `base.ui` holds widgets that know no feature.
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
@NullMarked
package org.histogrid.base;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
