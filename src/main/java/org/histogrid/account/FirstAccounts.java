package org.histogrid.account;

import java.util.List;
import org.histogrid.base.HistogridSettings;
import org.histogrid.base.Secret;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// On an empty store: the first administrator, and the demo team where demo mode is on.
@Component
@Order(1)
class FirstAccounts implements ApplicationRunner {

    private final AccountService accounts;
    private final TokenService tokens;
    private final HistogridSettings settings;

    FirstAccounts(AccountService accounts, TokenService tokens, HistogridSettings settings) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.settings = settings;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        if (!accounts.isEmpty()) {
            return;
        }
        var given = settings.adminPassword();
        var password = given.orElseGet(() -> settings.demo() ? DemoTeam.ADMIN.password() : Secret.create(""));
        var admin = accounts.create("admin", Role.ADMIN, password);
        if (given.isEmpty() && !settings.demo()) {
            announce(password);
        }
        settings.adminToken().ifPresent(token -> tokens.keep(admin, "first token", token));
        if (settings.demo()) {
            List.of(DemoTeam.MEMBER, DemoTeam.COLLEAGUE)
                    .forEach(person -> accounts.create(person.account(), person.role(), person.password()));
        }
    }

    /// Printed once to the terminal of whoever starts it, never logged.
    @SuppressWarnings("SystemOut")
    private static void announce(String password) {
        System.out.printf("The first administrator is admin with the password %s (shown this once).%n", password);
    }
}
