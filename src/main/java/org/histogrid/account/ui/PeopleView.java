package org.histogrid.account.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.histogrid.account.AccountService;
import org.histogrid.account.CurrentMember;
import org.histogrid.account.Member;
import org.histogrid.account.Role;
import org.histogrid.base.ui.DataTable;
import org.histogrid.base.ui.Notices;
import org.histogrid.base.ui.PageHeader;

/// Who may log in, for administrators.
@Route("people")
@PageTitle("People · Histogrid")
@Menu(title = "People", order = 9, icon = "vaadin:users")
@RolesAllowed(Role.Name.ADMIN)
class PeopleView extends Main implements AfterNavigationObserver {

    private final transient CurrentMember current;
    private final transient AccountService accounts;
    private final DataTable table = new DataTable("People", "Name", "Role", "");

    PeopleView(CurrentMember current, AccountService accounts) {
        this.current = current;
        this.accounts = accounts;
        var add = new Button("Add person", _ -> addPerson());
        add.addThemeVariants(ButtonVariant.PRIMARY);
        addClassName("hg-page");
        add(new PageHeader("People", add), table);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        refresh();
    }

    private void refresh() {
        var me = current.get();
        table.clear();
        accounts.people(me).forEach(person -> table.row(person.name(), role(me, person), actions(person)));
    }

    private Component role(Member me, Member person) {
        if (me.id().equals(person.id())) {
            return new Span(RoleWords.of(person.role()) + " (you)");
        }
        var choice = new Select<Role>();
        choice.setAriaLabel("Role of " + person.name());
        choice.setItems(Role.values());
        choice.setItemLabelGenerator(RoleWords::of);
        choice.setValue(person.role());
        choice.addValueChangeListener(event -> {
            accounts.changeRole(current.get(), person.id(), event.getValue());
            Notices.show("%s is now: %s. They log in again.".formatted(person.name(), RoleWords.of(event.getValue())));
        });
        return choice;
    }

    private Div actions(Member person) {
        var reset = new Button(
                "Set password",
                _ -> PersonDialog.password(person, password -> {
                            accounts.resetPassword(current.get(), person.id(), password);
                            Notices.show("The password of %s is set.".formatted(person.name()));
                        })
                        .open());
        reset.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        reset.setAriaLabel("Set password of " + person.name());
        return new Div(reset);
    }

    private void addPerson() {
        PersonDialog.add((name, role, password) -> {
                    accounts.add(current.get(), name, role, password);
                    refresh();
                })
                .open();
    }
}
