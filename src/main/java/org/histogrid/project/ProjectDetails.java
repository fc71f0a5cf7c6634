package org.histogrid.project;

import java.time.Instant;
import org.histogrid.sharing.Sharing;

/// A project with its version, which a save must name.
public record ProjectDetails(
        ProjectId id,
        int version,
        ProjectContent content,
        Sharing sharing,
        Instant createdAt,
        Instant changedAt,
        String changedBy) {}
