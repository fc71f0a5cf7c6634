package org.histogrid.account.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.PasswordField;
import java.util.Map;
import org.histogrid.account.AccountService;
import org.histogrid.account.Member;
import org.histogrid.base.ui.FieldErrors;
import org.histogrid.base.ui.Notices;

class PasswordSection extends Composite<Section> {

    private final PasswordField before = new PasswordField("Current password");
    private final PasswordField after = new PasswordField("New password");

    PasswordSection(Member member, AccountService accounts) {
        before.getElement().setAttribute("autocomplete", "current-password");
        after.getElement().setAttribute("autocomplete", "new-password");
        after.setHelperText("At least %d characters".formatted(AccountService.PASSWORD_MIN_LENGTH));
        var fields = new FormLayout(before, after);
        fields.setAutoResponsive(true);
        var change = new Button("Change password", _ -> {
            var changed = FieldErrors.attempt(
                    Map.of("current", before, "password", after),
                    () -> accounts.changeOwnPassword(member, before.getValue(), after.getValue()));
            if (changed) {
                before.clear();
                after.clear();
                Notices.show("The password is changed.");
            }
        });
        getContent().addClassName("hg-section");
        getContent().add(new H2("Password"), fields, new Div(change));
    }
}
