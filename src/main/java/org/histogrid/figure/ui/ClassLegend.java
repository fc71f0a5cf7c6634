package org.histogrid.figure.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.page.WebStorage;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.histogrid.figure.ClassColours;

/// The one legend of a grid: each class can be hidden, and the colours exchanged for ones that are safe for
/// colour-blind eyes, which the browser remembers.
public final class ClassLegend extends Composite<Div> {

    private static final String KEY = "histogrid.palette";
    private static final String SAFE = "safe";
    private static final String FIGURE = "figure";

    private final Div entries = new Div();
    private final NativeButton palette = new NativeButton("Colour-blind safe colours");
    private final Consumer<Set<String>> onHide;
    private final Set<String> hidden = new HashSet<>();
    private List<ClassColours.Entry> shown = List.of();
    private boolean safe;

    public ClassLegend(Consumer<Set<String>> onHide) {
        this.onHide = onHide;
        entries.addClassName("hg-legend-entries");
        entries.getElement().setAttribute("role", "group");
        entries.getElement().setAttribute("aria-label", "Classes");
        palette.addClassNames("hg-tool", "hg-palette");
        palette.getElement()
                .setAttribute("title", "Switch between the colours of the figure and colour-blind safe ones");
        palette.getElement().setAttribute("type", "button");
        palette.addClickListener(_ -> {
            choose(!safe);
            WebStorage.setItem(KEY, safe ? SAFE : FIGURE);
        });
        getContent().addClassName("hg-legend");
        getContent().add(entries, palette);
        press(palette, false);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        WebStorage.getItem(KEY, stored -> choose(SAFE.equals(stored)));
    }

    private void choose(boolean nowSafe) {
        safe = nowSafe;
        press(palette, safe);
        // On the whole page, for tooltips lie outside of the grid
        getElement().executeJs("document.documentElement.dataset.palette = $0", safe ? SAFE : FIGURE);
    }

    public void show(List<ClassColours.Entry> legend) {
        if (!legend.equals(shown)) {
            shown = legend;
            entries.removeAll();
            legend.forEach(entry -> entries.add(button(entry)));
        }
    }

    /// Shows the classes of these names as hidden, and all others as not.
    public void hide(Set<String> names) {
        hidden.clear();
        hidden.addAll(names);
        var legend = shown;
        shown = List.of();
        show(legend);
    }

    public Set<String> hidden() {
        return Set.copyOf(hidden);
    }

    private NativeButton button(ClassColours.Entry entry) {
        var swatch = new Span();
        swatch.addClassName("hg-swatch");
        swatch.getStyle().set("--hg-swatch", "var(" + entry.variable() + ")");
        var button = new NativeButton();
        button.add(swatch, new Span(entry.text()));
        button.addClassName("hg-legend-entry");
        button.getElement().setAttribute("type", "button");
        button.getElement().setAttribute("title", "Hide or show");
        press(button, !hidden.containsAll(entry.names()));
        button.addClickListener(_ -> {
            if (hidden.containsAll(entry.names())) {
                entry.names().forEach(hidden::remove);
            } else {
                hidden.addAll(entry.names());
            }
            press(button, !hidden.containsAll(entry.names()));
            onHide.accept(hidden());
        });
        return button;
    }

    private static void press(NativeButton button, boolean pressed) {
        button.getElement().setAttribute("aria-pressed", String.valueOf(pressed));
    }
}
