package org.histogrid.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.histogrid.IntegrationTest;
import org.histogrid.base.BadInput;
import org.histogrid.base.NotFound;
import org.histogrid.base.Secret;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class TokenServiceDbTest {

    @Autowired
    private TestPeople people;

    @Autowired
    private TokenService tokens;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void tokenActsForWhoMadeItUntilItIsRevoked() {
        var member = people.member();
        var secret = tokens.create(member, "notebook");
        assertThat(tokens.authenticate(secret)).contains(member);
        var info = tokens.list(member).getFirst();
        assertThat(info.lastUsedAt()).isPresent();

        tokens.revoke(member, info.id());
        assertThat(tokens.authenticate(secret)).isEmpty();
        assertThat(tokens.list(member)).isEmpty();
    }

    @Test
    void onlyTheHashIsKept() {
        var member = people.member();
        var secret = tokens.create(member, "notebook");
        var kept = jdbc.sql("select secret_hash from api_token where account_id = ?")
                .param(member.id().value())
                .query(byte[].class)
                .single();
        assertThat(kept).isEqualTo(Secret.hash(secret)).hasSize(32);
        var row = jdbc.sql("select t::text from api_token t where account_id = ?")
                .param(member.id().value())
                .query(String.class)
                .single();
        assertThat(row).doesNotContain(secret);
        assertThat(kept).isNotEqualTo(secret.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void othersNeitherSeeNorRevokeIt() {
        var member = people.member();
        tokens.create(member, "notebook");
        var id = tokens.list(member).getFirst().id();
        var other = people.admin();
        assertThat(tokens.list(other)).isEmpty();
        assertThatThrownBy(() -> tokens.revoke(other, id)).isInstanceOf(NotFound.class);
        assertThat(tokens.list(member)).hasSize(1);
    }

    @Test
    void tokenNeedsAName() {
        var member = people.member();
        assertThatThrownBy(() -> tokens.create(member, " ")).isInstanceOf(BadInput.class);
        assertThat(tokens.authenticate("hg_wrong")).isEmpty();
    }
}
