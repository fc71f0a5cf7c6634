package org.histogrid.base.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.RangeInput;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.dom.DebouncePhase;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.histogrid.base.Numbers;

/// A number in a range: a slider, and a field for the exact one. Each follows the other, and while the slider is
/// dragged, its places are told too, not more often than a picture can follow.
public final class NumberSlider extends Composite<Div> {

    private static final int STEPS = 1_000;

    private final double low;
    private final double high;
    private final RangeInput slider = new RangeInput(ValueChangeMode.ON_CHANGE);
    private final NumberField field;
    private final Runnable onMove;
    private boolean following;

    /// @param throttleMillis shortest time between two moves that are told
    public NumberSlider(String label, String what, double low, double high, int throttleMillis, Runnable onMove) {
        this.low = low;
        this.high = high;
        this.onMove = onMove;
        field = new NumberField(label);
        slider.setMin(0);
        slider.setMax(STEPS);
        slider.setStep(1.0);
        slider.setAriaLabel(what);
        slider.addClassName("hg-slider");
        // While it is dragged too, the last place in any case
        slider.getElement()
                .addEventListener("input", _ -> {})
                .synchronizeProperty("value")
                .debounce(throttleMillis, DebouncePhase.LEADING, DebouncePhase.INTERMEDIATE, DebouncePhase.TRAILING);
        slider.addValueChangeListener(event -> follow(() -> field.setValue(at(event.getValue()))));
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.addValueChangeListener(event -> follow(() -> {
            if (event.getValue() != null) {
                slider.setValue(place(event.getValue()));
            }
        }));
        getContent().addClassName("hg-number-slider");
        getContent().add(slider, field);
    }

    private void follow(Runnable other) {
        if (following) {
            return;
        }
        following = true;
        try {
            other.run();
        } finally {
            following = false;
        }
        value().ifPresent(number -> slider.getElement().setAttribute("aria-valuetext", Numbers.significant(number)));
        onMove.run();
    }

    /// Shows a number; one that is shown already is not told again.
    public void show(double number) {
        field.setValue(number);
    }

    /// The same, as exact as the places of the slider.
    public void showRounded(double number) {
        show(rounded(number));
    }

    /// Nothing while the field holds no finite number.
    public Optional<Double> value() {
        return field.getOptionalValue().filter(Double::isFinite);
    }

    private double at(double place) {
        return rounded(low + (high / STEPS - low / STEPS) * place);
    }

    private double place(double value) {
        var span = high - low;
        return span > 0 ? Math.rint(Math.clamp((value - low) / span, 0, 1) * STEPS) : 0;
    }

    /// With as many digits as tell the places of the slider apart.
    private double rounded(double value) {
        var step = (high - low) / STEPS;
        if (!(step > 0) || !Double.isFinite(step) || !Double.isFinite(value)) {
            return value;
        }
        var digits = (int) Math.ceil(-Math.log10(step));
        return new BigDecimal(value).setScale(digits, RoundingMode.HALF_EVEN).doubleValue();
    }
}
