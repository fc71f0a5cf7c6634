package org.histogrid.sharing;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A share link as its owner sees it; the secret is not among what is kept.
public record LinkInfo(UUID id, Instant createdAt, Optional<Instant> expiresAt) {}
