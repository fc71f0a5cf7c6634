package org.histogrid.base.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;

/// Buttons that run an action.
public final class Buttons {

    private Buttons() {}

    public static Button plain(String text, Runnable action) {
        return new Button(text, _ -> action.run());
    }

    /// The one thing a page or dialog is there for.
    public static Button primary(String text, Runnable action) {
        var button = plain(text, action);
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return button;
    }
}
