package org.histogrid.neuron.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.util.List;
import java.util.Set;
import org.histogrid.base.Numbers;

/// Which of the samples of a range are listed.
final class SampleFilters extends Composite<Div> {

    private final TextField text = new TextField();
    private final Select<String> ofClass = new Select<>();
    private final Span found = new Span();
    private final Anchor csv = new Anchor("", "Download CSV");
    private List<String> classes = List.of();

    SampleFilters(Runnable onChange) {
        text.setPlaceholder("Search texts and ids");
        text.setAriaLabel("Search the samples of this range");
        text.setClearButtonVisible(true);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.addValueChangeListener(event -> run(event.isFromClient(), onChange));
        ofClass.setAriaLabel("Class of the samples");
        ofClass.setEmptySelectionAllowed(true);
        ofClass.setEmptySelectionCaption("All classes");
        ofClass.setPlaceholder("All classes");
        ofClass.addValueChangeListener(event -> run(event.isFromClient(), onChange));
        found.addClassName("hg-found");
        csv.getElement().setAttribute("download", "");
        getContent().addClassName("hg-filters");
        getContent().add(text, ofClass, found, csv);
    }

    private static void run(boolean asked, Runnable action) {
        if (asked) {
            action.run();
        }
    }

    /// Keeps what was typed, and the class where there still is one of that name.
    void show(List<String> names) {
        if (!names.equals(classes)) {
            classes = names;
            var before = ofClass.getOptionalValue().filter(names::contains);
            ofClass.setItems(names);
            before.ifPresent(ofClass::setValue);
        }
    }

    /// Names of classes. Samples without one are in no histogram, and not listed either.
    Set<String> classes() {
        return ofClass.getOptionalValue().map(Set::of).orElseGet(() -> Set.copyOf(classes));
    }

    String text() {
        return text.getValue();
    }

    void tell(long total, DownloadHandler download) {
        found.setText("%s listed".formatted(Numbers.integer(total)));
        csv.setHref(download);
        csv.setVisible(total > 0);
    }
}
