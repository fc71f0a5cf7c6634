package org.histogrid.sharing;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.histogrid.base.BadInput;
import org.histogrid.base.NotFound;
import org.histogrid.base.Secret;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Secret URLs that show one thing read-only, without login, until they are revoked.
@Service
@Transactional
public class ShareLinks {

    public static final String PATH = "s/";

    private final ShareLinkRows links;
    private final Access access;
    private final Clock clock;

    ShareLinks(ShareLinkRows links, Access access, Clock clock) {
        this.links = links;
        this.access = access;
        this.clock = clock;
    }

    public NewLink create(Viewer viewer, Thing thing, Optional<Instant> expiresAt) {
        access.requireEdit(viewer, thing);
        var now = clock.instant();
        if (expiresAt.filter(at -> !at.isAfter(now)).isPresent()) {
            throw new BadInput("The link would have expired already.").forField("expires");
        }
        var secret = Secret.create("");
        var link = links.save(new ShareLink(thing, Secret.hash(secret), viewer.member(), now, expiresAt));
        return new NewLink(link.id(), PATH + secret);
    }

    @Transactional(readOnly = true)
    public List<LinkInfo> list(Viewer viewer, Thing thing) {
        access.requireEdit(viewer, thing);
        return links.findByKindAndThingIdOrderByCreatedAtDesc(thing.kind(), thing.id()).stream()
                .map(ShareLink::toInfo)
                .toList();
    }

    public void revoke(Viewer viewer, Thing thing, UUID link) {
        access.requireEdit(viewer, thing);
        if (links.deleteByIdAndKindAndThingId(link, thing.kind(), thing.id()) == 0) {
            throw new NotFound("This link");
        }
    }

    /// What the secret opens now. Asked again for each look, so that a revoked link is dead at once.
    @Transactional(readOnly = true)
    public Optional<Thing> open(String secret) {
        return links.findBySecretHash(Secret.hash(secret))
                .filter(link -> link.isOpenAt(clock.instant()))
                .map(ShareLink::thing);
    }
}
