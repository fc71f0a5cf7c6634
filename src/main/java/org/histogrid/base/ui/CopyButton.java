package org.histogrid.base.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.clipboard.Clipboard;
import com.vaadin.flow.component.icon.VaadinIcon;

/// Puts a text on the clipboard, in the browser itself, as browsers allow it in the click only.
public final class CopyButton extends Composite<Button> {

    /// `what` says what is copied, for the label: "Copy id".
    public CopyButton(String what, String text) {
        this(text);
        getContent().setAriaLabel("Copy " + what);
        getContent().setTooltipText("Copy " + what);
    }

    /// A button that says itself what it does: "Copy as TSV".
    public static CopyButton withText(String words, String text) {
        var button = new CopyButton(text);
        button.getContent().setText(words);
        return button;
    }

    private CopyButton(String text) {
        var button = getContent();
        button.setIcon(VaadinIcon.COPY_O.create());
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        Clipboard.onClick(button)
                .writeText(
                        text,
                        _ -> Notices.show("Copied."),
                        _ -> Notices.showError(
                                "The browser did not allow copying. Select the text and copy it yourself."));
    }
}
