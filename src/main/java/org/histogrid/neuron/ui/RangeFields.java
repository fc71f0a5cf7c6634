package org.histogrid.neuron.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Optional;
import java.util.function.Consumer;
import org.histogrid.base.BadInput;
import org.histogrid.base.ui.Buttons;
import org.histogrid.dataset.ValueRange;

/// The two ends of the selected range, to be typed where one cannot drag.
final class RangeFields extends Composite<Div> {

    private final Consumer<Optional<ValueRange>> onSelect;
    private final TextField from = field("From");
    private final TextField to = field("Below");
    private final Button clear;
    private double low = Double.NEGATIVE_INFINITY;
    private double high = Double.POSITIVE_INFINITY;
    private boolean filling;

    RangeFields(Consumer<Optional<ValueRange>> onSelect) {
        this.onSelect = onSelect;
        from.addValueChangeListener(_ -> read());
        to.addValueChangeListener(_ -> read());
        clear = Buttons.plain("Clear selection", () -> onSelect.accept(Optional.empty()));
        clear.addThemeVariants(ButtonVariant.TERTIARY);
        getContent().addClassName("hg-study-range");
        getContent().getElement().setAttribute("role", "group").setAttribute("aria-label", "Selected range of values");
        getContent().add(from, to, clear);
    }

    private static TextField field(String label) {
        var field = new TextField(label);
        field.getElement().setAttribute("inputmode", "decimal");
        return field;
    }

    void show(Optional<ValueRange> values) {
        filling = true;
        from.setInvalid(false);
        to.setInvalid(false);
        if (values.orElse(null) instanceof ValueRange.Between(double first, double last, boolean isClosed)) {
            low = first;
            high = last;
            to.setLabel(isClosed ? "To" : "Below");
            from.setValue(text(low));
            to.setValue(text(high));
        } else {
            to.setLabel("Below");
            from.clear();
            to.clear();
        }
        clear.setVisible(values.isPresent());
        filling = false;
    }

    private static String text(double end) {
        return Double.isInfinite(end) ? "" : RangeWords.number(end);
    }

    private void read() {
        if (filling) {
            return;
        }
        try {
            var first = number(from, low, Double.NEGATIVE_INFINITY);
            var last = number(to, high, Double.POSITIVE_INFINITY);
            if (from.isEmpty() && to.isEmpty()) {
                onSelect.accept(Optional.empty());
            } else {
                onSelect.accept(Optional.of(ValueRange.of(first, last)));
            }
        } catch (NumberFormatException e) {
            // Told at its field
        } catch (BadInput e) {
            fail(to, "This must be greater than the other end.");
        }
    }

    /// @param shown what the text stands for as long as nobody changes it: it has fewer digits
    private static double number(TextField field, double shown, double empty) {
        field.setInvalid(false);
        if (field.isEmpty()) {
            return empty;
        }
        if (field.getValue().equals(text(shown))) {
            return shown;
        }
        try {
            return Double.parseDouble(
                    field.getValue().strip().replace('\u2212', '-').replace(',', '.'));
        } catch (NumberFormatException e) {
            fail(field, "This is not a number.");
            throw e;
        }
    }

    private static void fail(TextField field, String sentence) {
        field.setErrorMessage(sentence);
        field.setInvalid(true);
    }
}
