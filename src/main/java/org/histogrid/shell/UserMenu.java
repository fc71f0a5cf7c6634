package org.histogrid.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.EnumMap;
import java.util.Map;
import org.histogrid.account.Member;
import org.histogrid.account.ui.AccountNavigation;
import org.histogrid.base.ui.Look;

/// Who is logged in, and what concerns him alone.
class UserMenu extends Composite<MenuBar> {

    private final Map<Look, MenuItem> looks = new EnumMap<>(Look.class);

    UserMenu(Member member, AuthenticationContext authentication) {
        var bar = getContent();
        bar.addThemeVariants(MenuBarVariant.TERTIARY);
        bar.getElement().setAttribute("aria-label", "Account");
        var name = new Span(member.name());
        name.addClassName("hg-wide-only");
        var button = bar.addItem(new Div(VaadinIcon.USER.create(), name));
        button.setAriaLabel("Account of " + member.name());
        var menu = button.getSubMenu();
        var who = menu.addItem("%s, %s".formatted(member.name(), member.isAdmin() ? "administrator" : "member"));
        who.setEnabled(false);
        menu.addItem("Account", _ -> AccountNavigation.toAccount());
        menu.addSeparator();
        for (var look : Look.values()) {
            var item = menu.addItem(look.label());
            item.setCheckable(true);
            item.addClickListener(_ -> getUI().ifPresent(ui -> {
                look.choose(ui);
                mark(look);
            }));
            looks.put(look, item);
        }
        menu.addSeparator();
        menu.addItem("Log out", _ -> authentication.logout());
    }

    @Override
    protected void onAttach(AttachEvent event) {
        Look.ask(event.getUI(), this::mark);
    }

    private void mark(Look chosen) {
        looks.forEach((look, item) -> item.setChecked(look == chosen));
    }
}
