package org.histogrid.sharing;

import java.util.UUID;

/// A link just made: the only moment at which its secret is known. `path` is relative to the application.
public record NewLink(UUID id, String path) {}
