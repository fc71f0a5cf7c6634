/// Who you are: accounts, login, roles, API tokens.
@ApplicationModule(allowedDependencies = {"base"})
@NullMarked
package org.histogrid.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
