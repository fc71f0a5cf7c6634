package org.histogrid.sharing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.histogrid.account.Member;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "share_link")
class ShareLink {

    @Id
    @Column(name = "id")
    private UUID id = UUID.randomUUID();

    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    private Thing.Kind kind = Thing.Kind.PROJECT;

    @Column(name = "thing_id")
    private UUID thingId = new UUID(0, 0);

    @Column(name = "secret_hash")
    private byte[] secretHash = {};

    @Column(name = "created_by")
    private UUID createdBy = new UUID(0, 0);

    @Column(name = "created_at")
    private Instant createdAt = Instant.EPOCH;

    @Column(name = "expires_at")
    private @Nullable Instant expiresAt;

    protected ShareLink() {}

    ShareLink(Thing thing, byte[] secretHash, Member by, Instant now, Optional<Instant> expiresAt) {
        this.kind = thing.kind();
        this.thingId = thing.id();
        this.secretHash = secretHash.clone();
        this.createdBy = by.id().value();
        this.createdAt = now;
        this.expiresAt = expiresAt.orElse(null);
    }

    UUID id() {
        return id;
    }

    Thing thing() {
        return new Thing(kind, thingId);
    }

    boolean isOpenAt(Instant now) {
        return expiresAt == null || now.isBefore(expiresAt);
    }

    LinkInfo toInfo() {
        return new LinkInfo(id, createdAt, Optional.ofNullable(expiresAt));
    }
}
