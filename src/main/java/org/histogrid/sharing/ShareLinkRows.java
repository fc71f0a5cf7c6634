package org.histogrid.sharing;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface ShareLinkRows extends Repository<ShareLink, UUID> {

    ShareLink save(ShareLink link);

    Optional<ShareLink> findBySecretHash(byte[] secretHash);

    List<ShareLink> findByKindAndThingIdOrderByCreatedAtDesc(Thing.Kind kind, UUID thingId);

    long deleteByIdAndKindAndThingId(UUID id, Thing.Kind kind, UUID thingId);
}
