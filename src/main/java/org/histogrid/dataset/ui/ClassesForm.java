package org.histogrid.dataset.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.histogrid.base.Numbers;
import org.histogrid.dataset.LabelClass;
import org.histogrid.dataset.LabelCounts;

/// What puts a sample into a class: values for each class, or a threshold on a score.
class ClassesForm extends Composite<Div> implements DelegatedValidation {

    record Threshold(double value, String above, String below) {}

    static final int MOST_CHOICES = 200;

    private static final int MOST_LISTED = 12;
    private static final String BY_VALUES = "By values";
    private static final String BY_THRESHOLD = "By a threshold";

    private final RadioButtonGroup<String> way = new RadioButtonGroup<>("Classes");
    private final Div rows = new Div();
    private final Button add = new Button("Add class", _ -> addRow("", List.of()));
    private final NumberField threshold = new NumberField("Threshold");
    private final TextField above = new TextField("Class from the threshold on");
    private final TextField below = new TextField("Class below it");
    private final Div found = new Div();
    private final Div balance = new Div();
    private final Div byValues = new Div(found, rows, add, balance);
    private final Div byThreshold = new Div(threshold, above, below);
    private final SectionNote error = new SectionNote();
    private final List<ClassRow> classRows = new ArrayList<>();
    private List<String> choices = List.of();
    private transient Optional<LabelCounts> counts = Optional.empty();
    private transient Runnable changed = () -> {};
    private boolean showing;

    ClassesForm() {
        way.setItems(BY_VALUES, BY_THRESHOLD);
        way.setValue(BY_VALUES);
        way.setHelperText("The first class is the positive one: it has the larger values where AUROC is above 0.5.");
        way.addValueChangeListener(_ -> showWay());
        threshold.addValueChangeListener(_ -> tell());
        above.addValueChangeListener(_ -> tell());
        below.addValueChangeListener(_ -> tell());
        add.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        rows.addClassName("hg-form");
        byThreshold.addClassName("hg-field-row");
        getContent().addClassNames("hg-form");
        getContent().add(way, byValues, byThreshold, error);
        showWay();
    }

    void onChange(Runnable listener) {
        changed = listener;
    }

    /// Where the way is chosen beside this form.
    void onlyValues() {
        way.setVisible(false);
    }

    /// Values to choose from; others may be typed.
    void choices(List<String> values) {
        choices = List.copyOf(values);
    }

    /// How often each value stands there; the classes are then counted as they are made.
    void counts(LabelCounts given) {
        counts = Optional.of(given);
        found.addClassNames("hg-quiet", "hg-small", "hg-break", "hg-figures");
        found.setText(inWords(given));
        balance.getElement().setAttribute("aria-live", "polite");
    }

    private static String inWords(LabelCounts counts) {
        var values = counts.values().stream()
                .limit(MOST_LISTED)
                .map(one -> "%s: %s".formatted(one.value(), Numbers.integer(one.count())))
                .collect(Collectors.joining(" · "));
        var others = counts.values().size() - MOST_LISTED;
        return values
                + (others > 0 || !counts.isComplete()
                        ? " · and %s%s more"
                                .formatted(counts.isComplete() ? "" : "over ", Numbers.integer(Math.max(1, others)))
                        : "")
                + (counts.empty() > 0 ? " · empty: " + Numbers.integer(counts.empty()) : "");
    }

    private void showBalance() {
        balance.removeAll();
        counts.ifPresent(all -> values().ifPresent(values -> {
            var classes = all.classes(values);
            var left = all.rows() - classes.stream().mapToInt(LabelClass::count).sum();
            balance.add(new ClassBar(classes));
            if (left > 0) {
                var words = new Span("%s left out".formatted(Numbers.count(left, "sample")));
                words.addClassNames("hg-quiet", "hg-small");
                balance.add(words);
            }
        }));
    }

    void show(Map<String, List<String>> values, Optional<Threshold> score) {
        showing = true;
        classRows.clear();
        rows.removeAll();
        values.forEach(this::addRow);
        while (score.isEmpty() && classRows.size() < 2) {
            addRow("", List.of());
        }
        way.setValue(score.isPresent() ? BY_THRESHOLD : BY_VALUES);
        score.ifPresentOrElse(
                given -> {
                    threshold.setValue(given.value());
                    above.setValue(given.above());
                    below.setValue(given.below());
                },
                () -> {
                    threshold.clear();
                    above.setValue("true answer");
                    below.setValue("false answer");
                });
        showing = false;
        showBalance();
    }

    private void showWay() {
        byValues.setVisible(BY_VALUES.equals(way.getValue()));
        byThreshold.setVisible(!byValues.isVisible());
        tell();
    }

    private void tell() {
        if (!showing) {
            setInvalid(false);
            showBalance();
            changed.run();
        }
    }

    private void addRow(String name, List<String> values) {
        var row = new ClassRow(name, values, choices, this::tell);
        row.onRemove(() -> {
            classRows.remove(row);
            rows.remove(row);
            tell();
        });
        classRows.add(row);
        rows.add(row);
    }

    /// Empty where a threshold decides, and where nothing was entered yet.
    Optional<Map<String, List<String>>> values() {
        if (BY_THRESHOLD.equals(way.getValue())) {
            return Optional.empty();
        }
        var values = new LinkedHashMap<String, List<String>>();
        classRows.stream()
                .filter(row -> !row.name().isBlank() || !row.values().isEmpty())
                .forEach(row -> values.merge(row.name().strip(), row.values(), (first, second) -> {
                    var both = new ArrayList<>(first);
                    both.addAll(second);
                    return both;
                }));
        return values.isEmpty() ? Optional.empty() : Optional.of(values);
    }

    Optional<Threshold> threshold() {
        return BY_VALUES.equals(way.getValue())
                ? Optional.empty()
                : Optional.of(new Threshold(
                        threshold.getOptionalValue().orElse(Double.NaN), above.getValue(), below.getValue()));
    }

    @Override
    public HasValidation validated() {
        return error;
    }
}
