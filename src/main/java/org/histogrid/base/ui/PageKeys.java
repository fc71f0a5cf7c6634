package org.histogrid.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.dom.DomListenerRegistration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Single keys that work anywhere on a page but in its fields, lists and dialogs. `?` shows them all.
public final class PageKeys {

    private static final String KEY = "event.key";

    /// Keys are told by what they write, wherever they lie on the keyboard.
    private static final String FILTER = """
            !event.ctrlKey && !event.metaKey && !event.altKey && !event.repeat && !event.defaultPrevented
            && [%s].includes(event.key) && !document.querySelector('vaadin-dialog[opened]')
            && !event.composedPath().some((one) => one instanceof HTMLElement && (one.isContentEditable
                || one.matches('input, textarea, select, vaadin-grid, [role=listbox], [role=menu]')))""";

    private record Binding(String what, Runnable action) {}

    private final Map<String, Binding> keys = new LinkedHashMap<>();

    /// @param key as browsers name it in `event.key`
    /// @param what the action in words, for the list
    public PageKeys on(String key, String what, Runnable action) {
        keys.put(key, new Binding(what, action));
        return this;
    }

    /// Listens while `owner` is on the page.
    public void listenWith(Component owner) {
        on("?", "Show these keys", this::showAll);
        owner.addAttachListener(attached -> {
            var listener = listen(attached.getUI());
            owner.addDetachListener(detached -> {
                listener.remove();
                detached.unregisterListener();
            });
        });
    }

    private DomListenerRegistration listen(UI ui) {
        var names = keys.keySet().stream().map("'%s'"::formatted).collect(Collectors.joining(","));
        return ui.getElement()
                .addEventListener(
                        "keydown", event -> press(event.getEventData().get(KEY).asString()))
                .addEventData(KEY)
                .setFilter(FILTER.formatted(names));
    }

    private void press(String key) {
        Optional.ofNullable(keys.get(key)).ifPresent(binding -> binding.action().run());
    }

    /// The list of all keys.
    public void showAll() {
        var words = new LinkedHashMap<String, String>();
        keys.forEach((key, binding) -> words.put(key, binding.what()));
        new KeyList(words).open();
    }
}
