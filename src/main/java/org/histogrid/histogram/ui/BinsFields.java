package org.histogrid.histogram.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.histogrid.base.BadInput;
import org.histogrid.base.ui.Choices;
import org.histogrid.stats.BinRule;

/// The rule for bins: by name, by number, by width, or by edges typed in.
final class BinsFields extends Composite<Div> {

    private enum Way {
        RULE("By a rule"),
        NUMBER("A number of bins"),
        WIDTH("A bin width"),
        EDGES("Given edges");

        private final String words;

        Way(String words) {
            this.words = words;
        }
    }

    private static final int USUAL_NUMBER = 100;

    private final Consumer<BinRule> onChange;
    private final Select<Way> way = Choices.select("Bins", one -> one.words, Way.values());
    private final Select<BinRule.Estimator> rule =
            Choices.select("Rule", BinRule.Estimator::label, BinRule.Estimator.values());
    private final TextField number = field("Number of bins", "1 to 1000", "numeric");
    private final TextField width = field("Bin width", "In units of the activation", "decimal");
    private final TextField edges = field("Edges", "Rising numbers, such as -1, 0, 0.5, 2", "text");
    private final Map<Way, Component> fields =
            Map.of(Way.RULE, rule, Way.NUMBER, number, Way.WIDTH, width, Way.EDGES, edges);
    private boolean filling;

    BinsFields(Consumer<BinRule> onChange) {
        this.onChange = onChange;
        way.addValueChangeListener(event -> choose(event.getValue()));
        rule.addValueChangeListener(event -> {
            rule.setHelperText(SettingsWords.explain(event.getValue()));
            apply(rule, () -> event.getValue());
        });
        listen(number, text -> BinRule.parse(text));
        listen(width, text -> BinRule.parse("width:" + text));
        listen(edges, text -> BinRule.parse("edges:" + text.strip().replaceAll("[\\s;,]+", ",")));
        getContent().addClassName("hg-fields");
        getContent().add(way, rule, number, width, edges);
    }

    private static TextField field(String label, String helper, String keys) {
        var field = new TextField(label);
        field.setHelperText(helper);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.getElement().setAttribute("inputmode", keys);
        field.addClassName("hg-wide");
        return field;
    }

    private void listen(TextField field, Function<String, BinRule> parse) {
        field.addValueChangeListener(event -> {
            if (!event.getValue().isBlank()) {
                apply(field, () -> parse.apply(event.getValue().strip()));
            }
        });
    }

    void show(BinRule shown) {
        if (!filling) {
            filling = true;
            fill(shown);
            filling = false;
        }
    }

    private void fill(BinRule shown) {
        switch (shown) {
            case BinRule.Estimator estimator -> {
                way.setValue(Way.RULE);
                rule.setValue(estimator);
                rule.setHelperText(SettingsWords.explain(estimator));
            }
            case BinRule.Count(int bins) -> {
                way.setValue(Way.NUMBER);
                put(number, String.valueOf(bins));
            }
            case BinRule.Width(double size) -> {
                way.setValue(Way.WIDTH);
                put(width, SettingsWords.number(size));
            }
            case BinRule.Edges(List<Double> given) -> {
                way.setValue(Way.EDGES);
                put(edges, given.stream().map(SettingsWords::number).collect(Collectors.joining(", ")));
            }
        }
        reveal(way.getValue());
    }

    private static void put(TextField field, String text) {
        field.setInvalid(false);
        field.setValue(text);
    }

    private void choose(Way chosen) {
        reveal(chosen);
        if (filling) {
            return;
        }
        switch (chosen) {
            case RULE -> {
                if (rule.isEmpty()) {
                    rule.setValue(BinRule.Estimator.FD);
                } else {
                    apply(rule, rule::getValue);
                }
            }
            case NUMBER -> {
                if (number.isEmpty()) {
                    number.setValue(String.valueOf(USUAL_NUMBER));
                } else {
                    apply(number, () -> BinRule.parse(number.getValue()));
                }
            }
            case WIDTH -> width.focus();
            case EDGES -> edges.focus();
        }
    }

    private void reveal(Way chosen) {
        fields.forEach((one, field) -> field.setVisible(one == chosen));
    }

    private void apply(HasValidationProperties field, Supplier<BinRule> read) {
        if (filling) {
            return;
        }
        field.setInvalid(false);
        // What is being typed stays as typed
        filling = true;
        try {
            onChange.accept(read.get());
        } catch (IllegalArgumentException | BadInput e) {
            field.setErrorMessage(e.getMessage());
            field.setInvalid(true);
        } finally {
            filling = false;
        }
    }
}
