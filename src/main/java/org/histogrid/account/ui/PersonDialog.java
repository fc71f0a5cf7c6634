package org.histogrid.account.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Map;
import java.util.function.Consumer;
import org.histogrid.account.AccountService;
import org.histogrid.account.Member;
import org.histogrid.account.Role;
import org.histogrid.base.ui.FieldErrors;

/// Asks for what an administrator sets: a new person, or a person's password.
final class PersonDialog {

    interface NewPerson {
        void add(String name, Role role, String password);
    }

    private PersonDialog() {}

    static Dialog add(NewPerson action) {
        var name = new TextField("Name");
        name.setHelperText("Letters a-z, digits, dots, hyphens and underscores");
        var role = new Select<Role>();
        role.setLabel("Role");
        role.setItems(Role.values());
        role.setItemLabelGenerator(RoleWords::of);
        role.setValue(Role.MEMBER);
        var password = passwordField("First password");
        return dialog(
                "Add person",
                "Add",
                Map.of("name", name, "password", password),
                () -> action.add(name.getValue(), role.getValue(), password.getValue()),
                name,
                role,
                password);
    }

    static Dialog password(Member person, Consumer<String> action) {
        var password = passwordField("New password");
        return dialog(
                "Password of " + person.name(),
                "Set password",
                Map.of("password", password),
                () -> action.accept(password.getValue()),
                password);
    }

    private static PasswordField passwordField(String label) {
        var field = new PasswordField(label);
        field.setHelperText("At least %d characters".formatted(AccountService.PASSWORD_MIN_LENGTH));
        field.getElement().setAttribute("autocomplete", "new-password");
        return field;
    }

    private static Dialog dialog(
            String title,
            String verb,
            Map<String, ? extends HasValidation> fields,
            Runnable action,
            Component... parts) {
        var dialog = new Dialog(title);
        var form = new FormLayout(parts);
        form.setAutoResponsive(true);
        dialog.add(form);
        var save = new Button(verb, _ -> {
            if (FieldErrors.attempt(fields, action)) {
                dialog.close();
            }
        });
        save.addThemeVariants(ButtonVariant.PRIMARY);
        dialog.getFooter().add(new Button("Cancel", _ -> dialog.close()), save);
        return dialog;
    }
}
