package org.histogrid.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "api_token")
class ApiToken {

    @Id
    @Column(name = "id")
    private UUID id = UUID.randomUUID();

    @Column(name = "account_id")
    private UUID accountId = new UUID(0, 0);

    @Column(name = "name")
    private String name = "";

    @Column(name = "secret_hash")
    private byte[] secretHash = {};

    @Column(name = "created_at")
    private Instant createdAt = Instant.EPOCH;

    @Column(name = "last_used_at")
    private @Nullable Instant lastUsedAt;

    protected ApiToken() {}

    ApiToken(AccountId account, String name, byte[] secretHash, Instant now) {
        this.accountId = account.value();
        this.name = name;
        this.secretHash = secretHash.clone();
        this.createdAt = now;
    }

    UUID accountId() {
        return accountId;
    }

    /// The time of use is kept to the minute: a write for each request would cost more than it tells.
    boolean usedLongAgo(Instant now) {
        return lastUsedAt == null || lastUsedAt.isBefore(now.minusSeconds(60));
    }

    void markUsed(Instant now) {
        lastUsedAt = now;
    }

    TokenInfo toInfo() {
        return new TokenInfo(id, name, createdAt, java.util.Optional.ofNullable(lastUsedAt));
    }
}
