package org.histogrid.account.ui;

import com.vaadin.flow.component.UI;

/// Ways to the pages about accounts.
public final class AccountNavigation {

    private AccountNavigation() {}

    public static void toAccount() {
        UI.getCurrent().navigate(AccountView.class);
    }

    public static void toPeople() {
        UI.getCurrent().navigate(PeopleView.class);
    }

    /// Relative to the application.
    public static String loginPath() {
        return LoginView.PATH;
    }
}
