package org.histogrid.account;

import java.util.UUID;
import org.springframework.stereotype.Component;

/// People for tests, each under a name of its own.
@Component
public class TestPeople {

    public static final String PASSWORD = "a good password";

    private final AccountService accounts;
    private final TokenService tokens;

    TestPeople(AccountService accounts, TokenService tokens) {
        this.accounts = accounts;
        this.tokens = tokens;
    }

    public Member member() {
        return accounts.create("m" + UUID.randomUUID(), Role.MEMBER, PASSWORD);
    }

    /// A name that reads well in a picture, and is still its own.
    public Member called(String name) {
        return accounts.create(name + "-" + UUID.randomUUID().toString().substring(0, 4), Role.MEMBER, PASSWORD);
    }

    public Member admin() {
        return accounts.create("a" + UUID.randomUUID(), Role.ADMIN, PASSWORD);
    }

    public String token(Member member) {
        return tokens.create(member, "test");
    }
}
