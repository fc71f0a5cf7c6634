package org.histogrid.account;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

public record TokenInfo(UUID id, String name, Instant createdAt, Optional<Instant> lastUsedAt) {}
