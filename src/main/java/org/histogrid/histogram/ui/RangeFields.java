package org.histogrid.histogram.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasEnabled;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Optional;
import java.util.function.Consumer;
import org.histogrid.base.BadInput;
import org.histogrid.base.ui.Choices;
import org.histogrid.stats.BinRange;

/// Which part of the values is drawn. What lies outside is counted under the panel.
final class RangeFields extends Composite<Div> implements HasEnabled {

    private enum Way {
        ALL("All values"),
        BETWEEN("Between two values"),
        PERCENTILES("Between percentiles");

        private final String words;

        Way(String words) {
            this.words = words;
        }
    }

    private final Consumer<BinRange> onChange;
    private final Select<Way> way = Choices.select("Range", one -> one.words, Way.values());
    private final TextField low = field("From");
    private final TextField high = field("To");
    private final Div ends = new Div(low, high);
    private boolean filling;

    RangeFields(Consumer<BinRange> onChange) {
        this.onChange = onChange;
        way.setHelperText("Values outside are counted under the panel.");
        way.addValueChangeListener(event -> choose(event.getValue()));
        low.addValueChangeListener(_ -> read());
        high.addValueChangeListener(_ -> read());
        ends.addClassName("hg-pair");
        getContent().addClassName("hg-fields");
        getContent().add(way, ends);
    }

    private static TextField field(String label) {
        var field = new TextField(label);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.getElement().setAttribute("inputmode", "decimal");
        return field;
    }

    void show(BinRange shown) {
        if (filling) {
            return;
        }
        filling = true;
        switch (shown) {
            case BinRange.Full _ -> way.setValue(Way.ALL);
            case BinRange.Between(double from, double to) -> put(Way.BETWEEN, from, to);
            case BinRange.Clip(double from, double to) -> put(Way.PERCENTILES, from, to);
        }
        ends.setVisible(way.getValue() != Way.ALL);
        filling = false;
    }

    private void put(Way shown, double from, double to) {
        way.setValue(shown);
        low.setInvalid(false);
        high.setInvalid(false);
        low.setValue(SettingsWords.number(from));
        high.setValue(SettingsWords.number(to));
    }

    private void choose(Way chosen) {
        ends.setVisible(chosen != Way.ALL);
        if (filling) {
            return;
        }
        filling = true;
        low.setValue(chosen == Way.PERCENTILES ? "0.5" : "");
        high.setValue(chosen == Way.PERCENTILES ? "99.5" : "");
        filling = false;
        if (chosen == Way.BETWEEN) {
            low.focus();
        } else {
            read();
        }
    }

    private void read() {
        if (filling) {
            return;
        }
        if (way.getValue() == Way.ALL) {
            apply(new BinRange.Full());
            return;
        }
        var from = number(low);
        var to = number(high);
        if (from.isPresent() && to.isPresent()) {
            try {
                apply(
                        way.getValue() == Way.BETWEEN
                                ? new BinRange.Between(from.get(), to.get())
                                : new BinRange.Clip(from.get(), to.get()));
            } catch (IllegalArgumentException e) {
                fail(high, String.valueOf(e.getMessage()));
            }
        }
    }

    private static Optional<Double> number(TextField field) {
        field.setInvalid(false);
        if (field.getValue().isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Double.valueOf(
                    field.getValue().strip().replace('\u2212', '-').replace(',', '.')));
        } catch (NumberFormatException e) {
            fail(field, "This is not a number.");
            return Optional.empty();
        }
    }

    private void apply(BinRange range) {
        filling = true;
        try {
            onChange.accept(range);
        } catch (BadInput e) {
            fail(high, String.valueOf(e.getMessage()));
        } finally {
            filling = false;
        }
    }

    private static void fail(TextField field, String sentence) {
        field.setErrorMessage(sentence);
        field.setInvalid(true);
    }
}
