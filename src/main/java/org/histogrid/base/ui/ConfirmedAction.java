package org.histogrid.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Paragraph;

/// Asks before something that cannot be undone. The button that does it bears the verb, never "OK".
public final class ConfirmedAction {

    private ConfirmedAction() {}

    public static void ask(String question, String consequence, String verb, Runnable action) {
        ask(question, new Paragraph(consequence), verb, action);
    }

    public static void ask(String question, Component consequence, String verb, Runnable action) {
        var dialog = new ConfirmDialog();
        dialog.setHeader(question);
        dialog.setText(consequence);
        dialog.setCancelable(true);
        dialog.setCancelText("Keep");
        dialog.setConfirmText(verb);
        dialog.setConfirmButtonTheme("error primary");
        dialog.addConfirmListener(_ -> action.run());
        dialog.open();
    }
}
