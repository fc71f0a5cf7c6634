package org.histogrid.account;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface ApiTokens extends Repository<ApiToken, UUID> {

    ApiToken save(ApiToken token);

    Optional<ApiToken> findBySecretHash(byte[] secretHash);

    List<ApiToken> findByAccountIdOrderByCreatedAtDesc(UUID accountId);

    long deleteByIdAndAccountId(UUID id, UUID accountId);
}
