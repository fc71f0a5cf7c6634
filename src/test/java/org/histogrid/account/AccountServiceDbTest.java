package org.histogrid.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.histogrid.IntegrationTest;
import org.histogrid.base.BadInput;
import org.histogrid.base.Denied;
import org.histogrid.base.NotFound;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class AccountServiceDbTest {

    @Autowired
    private TestPeople people;

    @Autowired
    private AccountService accounts;

    private Member admin;
    private Member member;

    @BeforeEach
    void makePeople() {
        admin = people.admin();
        member = people.member();
    }

    @Test
    void membersAreDeniedWhatAdministratorsDo() {
        var other = people.member().id();
        assertThatThrownBy(() -> accounts.people(member)).isInstanceOf(Denied.class);
        assertThatThrownBy(() -> accounts.add(member, "new-one", Role.ADMIN, "a good password"))
                .isInstanceOf(Denied.class);
        assertThatThrownBy(() -> accounts.resetPassword(member, other, "a good password"))
                .isInstanceOf(Denied.class);
        assertThatThrownBy(() -> accounts.changeRole(member, member.id(), Role.ADMIN))
                .isInstanceOf(Denied.class);
    }

    @Test
    void administratorAddsListsAndChangesRoles() {
        var name = "n" + UUID.randomUUID();
        var added = accounts.add(admin, " " + name.toUpperCase(Locale.ROOT) + " ", Role.MEMBER, "long enough");
        assertThat(added.name()).isEqualTo(name);
        assertThat(accounts.people(admin)).contains(added);
        accounts.changeRole(admin, added.id(), Role.ADMIN);
        assertThat(accounts.find(added.id()).orElseThrow().isAdmin()).isTrue();
        assertThat(accounts.names(List.of(added.id()))).containsEntry(added.id(), name);
    }

    @Test
    void nobodyChangesHisOwnRole() {
        assertThatThrownBy(() -> accounts.changeRole(admin, admin.id(), Role.MEMBER))
                .isInstanceOf(BadInput.class);
    }

    @Test
    void nameIsTakenOnceAndHasPlainLetters() {
        assertThatThrownBy(() -> accounts.add(admin, member.name(), Role.MEMBER, "long enough"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("already");
        assertThatThrownBy(() -> accounts.add(admin, "<script>", Role.MEMBER, "long enough"))
                .isInstanceOf(BadInput.class);
    }

    @Test
    void passwordsAreNeitherShortNorLongerThanBcryptReads() {
        assertThatThrownBy(() -> accounts.resetPassword(admin, member.id(), "short"))
                .hasMessageContaining("at least 8");
        assertThatThrownBy(() -> accounts.resetPassword(admin, member.id(), "x".repeat(73)))
                .hasMessageContaining("72 bytes");
        assertThatThrownBy(() -> accounts.resetPassword(admin, AccountId.create(), "long enough"))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void ownPasswordNeedsTheCurrentOne() {
        assertThatThrownBy(() -> accounts.changeOwnPassword(member, "wrong", "long enough"))
                .isInstanceOf(BadInput.class);
        accounts.changeOwnPassword(member, TestPeople.PASSWORD, "long enough");
        accounts.changeOwnPassword(member, "long enough", "even longer");
    }
}
