package org.histogrid.shell;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.orderedlayout.Scroller;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import com.vaadin.flow.spring.security.AuthenticationContext;
import org.histogrid.account.CurrentMember;
import org.histogrid.account.ui.AccountNavigation;

/// The frame around the pages of people who are logged in. Error pages stand in it too, so it also has to do for
/// somebody without an account.
@Layout
@AnonymousAllowed
class MainLayout extends AppLayout implements BeforeEnterObserver {

    private static final String CONTENT_ID = "hg-content";

    private final transient CurrentMember current;
    private final transient AuthenticationContext authentication;
    private final Div user = new Div();
    private final SideNav nav = new SideNav();
    private final DrawerToggle toggle = new DrawerToggle();

    MainLayout(CurrentMember current, AuthenticationContext authentication) {
        this.current = current;
        this.authentication = authentication;
        toggle.setAriaLabel("Menu");
        var brand = new Anchor("", "Histogrid");
        brand.addClassName("hg-brand");
        user.addClassName("hg-user");
        nav.getElement().setAttribute("aria-label", "Pages");
        addClassName("hg-shell");
        addToNavbar(skipLink(), toggle, brand, user);
        addToDrawer(new Scroller(nav));
    }

    /// A link to a part of the page would lead to the start page instead, as all links of Vaadin are relative to it.
    private NativeButton skipLink() {
        var skip = new NativeButton("Skip to content");
        skip.addClassName("hg-skip");
        skip.addClickListener(_ -> getContent().getElement().executeJs("this.focus()"));
        return skip;
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        super.showRouterLayoutContent(content);
        content.getElement().setAttribute("id", CONTENT_ID).setAttribute("tabindex", "-1");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (user.getComponentCount() > 0) {
            return;
        }
        var member = current.find();
        toggle.setVisible(member.isPresent());
        if (member.isEmpty()) {
            setDrawerOpened(false);
            user.add(new Anchor(AccountNavigation.loginPath(), "Log in"));
            return;
        }
        user.add(new UserMenu(member.get(), authentication));
        MenuConfiguration.getMenuEntries().stream().map(MainLayout::item).forEach(nav::addItem);
    }

    private static SideNavItem item(MenuEntry entry) {
        var item = new SideNavItem(entry.title(), entry.path());
        if (entry.icon() != null) {
            item.setPrefixComponent(new Icon(entry.icon()));
        }
        // Everything is below the start page
        item.setMatchNested(!entry.path().replace("/", "").isEmpty());
        return item;
    }
}
