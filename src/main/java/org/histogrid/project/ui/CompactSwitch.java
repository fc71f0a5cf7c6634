package org.histogrid.project.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.page.WebStorage;
import java.util.function.Consumer;

/// Switches between panels with all that is written on them and many small ones. The browser remembers it.
final class CompactSwitch extends Composite<Button> {

    private static final String KEY = "histogrid.compact";

    private final Consumer<Boolean> onChange;
    private boolean on;

    CompactSwitch(Consumer<Boolean> onChange) {
        this.onChange = onChange;
        getContent().setText("Compact");
        getContent().setTooltipText("Many small panels, with what they share said once");
        getContent().addThemeVariants(ButtonVariant.TERTIARY);
        getContent().addClickListener(_ -> {
            WebStorage.setItem(KEY, String.valueOf(!on));
            onChange.accept(!on);
        });
        show(false);
    }

    /// An address that says compact wins over what the browser remembers.
    @Override
    protected void onAttach(AttachEvent event) {
        WebStorage.getItem(KEY, stored -> {
            if (Boolean.parseBoolean(stored) && !on) {
                onChange.accept(true);
            }
        });
    }

    void show(boolean nowOn) {
        on = nowOn;
        getContent().getElement().setAttribute("aria-pressed", String.valueOf(on));
    }
}
