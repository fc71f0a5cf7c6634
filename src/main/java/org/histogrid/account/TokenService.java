package org.histogrid.account;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.histogrid.base.BadInput;
import org.histogrid.base.NotFound;
import org.histogrid.base.Secret;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Tokens for scripts. Each acts for the person who made it, and only that person sees and revokes it.
@Service
@Transactional
public class TokenService {

    private static final String PREFIX = "hg_";

    private final ApiTokens tokens;
    private final Accounts accounts;
    private final Clock clock;

    TokenService(ApiTokens tokens, Accounts accounts, Clock clock) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.clock = clock;
    }

    /// The secret, which cannot be had again.
    public String create(Member by, String name) {
        if (name.isBlank()) {
            throw new BadInput("Give the token a name that says where it is used.").forField("name");
        }
        var secret = Secret.create(PREFIX);
        keep(by, name.strip(), secret);
        return secret;
    }

    void keep(Member by, String name, String secret) {
        tokens.save(new ApiToken(by.id(), name, Secret.hash(secret), clock.instant()));
    }

    @Transactional(readOnly = true)
    public List<TokenInfo> list(Member by) {
        return tokens.findByAccountIdOrderByCreatedAtDesc(by.id().value()).stream()
                .map(ApiToken::toInfo)
                .toList();
    }

    public void revoke(Member by, UUID id) {
        if (tokens.deleteByIdAndAccountId(id, by.id().value()) == 0) {
            throw new NotFound("This token");
        }
    }

    Optional<Member> authenticate(String secret) {
        var now = clock.instant();
        return tokens.findBySecretHash(Secret.hash(secret)).flatMap(token -> {
            if (token.usedLongAgo(now)) {
                token.markUsed(now);
            }
            return accounts.findById(token.accountId()).map(Account::toMember);
        });
    }
}
