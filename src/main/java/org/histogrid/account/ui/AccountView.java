package org.histogrid.account.ui;

import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import org.histogrid.account.AccountService;
import org.histogrid.account.CurrentMember;
import org.histogrid.account.TokenService;
import org.histogrid.base.ui.PageHeader;

/// One's own account.
@Route("account")
@PageTitle("Account · Histogrid")
@PermitAll
class AccountView extends Main implements AfterNavigationObserver {

    private final transient CurrentMember current;
    private final transient AccountService accounts;
    private final transient TokenService tokens;
    private final transient Clock clock;

    AccountView(CurrentMember current, AccountService accounts, TokenService tokens, Clock clock) {
        this.current = current;
        this.accounts = accounts;
        this.tokens = tokens;
        this.clock = clock;
        addClassName("hg-page");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        var member = current.get();
        removeAll();
        add(
                new PageHeader(member.name()).withSubtitle(RoleWords.of(member.role())),
                new LookSection(),
                new PasswordSection(member, accounts),
                new TokenSection(member, tokens, clock));
    }
}
