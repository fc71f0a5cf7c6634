package org.histogrid.base.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.component.page.WebStorage;
import com.vaadin.flow.component.page.WebStorage.Storage;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.Arrays;

/// Light or dark, chosen by each browser for itself and kept there.
public enum Look {
    SYSTEM("As the system", ColorScheme.Value.LIGHT_DARK),
    LIGHT("Light", ColorScheme.Value.LIGHT),
    DARK("Dark", ColorScheme.Value.DARK);

    private static final String KEY = "histogrid.look";

    /// Runs before the page is first painted, so that a dark page never flashes in white.
    static final String SCRIPT = """
            (look => {
              if (look === 'LIGHT' || look === 'DARK') {
                const scheme = look.toLowerCase();
                document.documentElement.setAttribute('theme', scheme);
                document.documentElement.style.colorScheme = scheme;
              }
            })(localStorage.getItem('%s'));
            """.formatted(KEY);

    private final String label;
    private final ColorScheme.Value scheme;

    Look(String label, ColorScheme.Value scheme) {
        this.label = label;
        this.scheme = scheme;
    }

    public String label() {
        return label;
    }

    public void choose(UI ui) {
        ui.getPage().setColorScheme(scheme);
        WebStorage.setItem(ui, Storage.LOCAL_STORAGE, KEY, name());
    }

    /// Asks the browser what it keeps, and answers a round trip later.
    public static void ask(UI ui, SerializableConsumer<Look> answer) {
        WebStorage.getItem(
                ui,
                Storage.LOCAL_STORAGE,
                KEY,
                kept -> answer.accept(Arrays.stream(values())
                        .filter(look -> look.name().equals(kept))
                        .findFirst()
                        .orElse(SYSTEM)));
    }
}
