/// The screens of projects: list, grid, settings, sharing, and the public page behind a share link.
@NamedInterface("ui")
@NullMarked
package org.histogrid.project.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
