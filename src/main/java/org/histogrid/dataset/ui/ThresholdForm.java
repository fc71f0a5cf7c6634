package org.histogrid.dataset.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.RangeInput;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.dom.DebouncePhase;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.histogrid.base.Numbers;
import org.histogrid.chart.StepChart;
import org.histogrid.chart.StepChartSpec;
import org.histogrid.dataset.LabelClass;
import org.histogrid.dataset.LabelingRule;
import org.histogrid.dataset.ScoreColumn;
import org.jspecify.annotations.Nullable;

/// A threshold on a score: a slider and a field for the exact number, the score's histogram, and how many samples fall
/// to each side. All counts come from the sorted column, so that moving the slider asks the database nothing.
class ThresholdForm extends Composite<Div> implements DelegatedValidation {

    private static final int STEPS = 1_000;
    private static final int THROTTLE_MILLIS = 120;

    private final transient ScoreColumn scores;
    private final TextField above = new TextField("Class from the threshold on", "true answer", "");
    private final TextField below = new TextField("Class below it", "false answer", "");
    private final RangeInput slider = new RangeInput(ValueChangeMode.ON_CHANGE);
    private final NumberField threshold = new NumberField("Threshold");
    private final Div picture = new Div();
    private final Div counts = new Div();
    private final SectionNote error = new SectionNote();
    private @Nullable StepChart chart;
    private transient Runnable changed = () -> {};
    private boolean following;

    ThresholdForm(ScoreColumn scores) {
        this.scores = scores;
        slider.setMin(0);
        slider.setMax(STEPS);
        slider.setStep(1.0);
        slider.setAriaLabel("Threshold on " + scores.column());
        slider.addClassName("hg-slider");
        // While it is dragged too, the last place in any case
        slider.getElement()
                .addEventListener("input", _ -> {})
                .synchronizeProperty("value")
                .debounce(THROTTLE_MILLIS, DebouncePhase.LEADING, DebouncePhase.INTERMEDIATE, DebouncePhase.TRAILING);
        slider.addValueChangeListener(event -> follow(() -> threshold.setValue(at(event.getValue()))));
        threshold.setValueChangeMode(ValueChangeMode.LAZY);
        threshold.addValueChangeListener(event -> follow(() -> {
            if (event.getValue() != null) {
                slider.setValue(place(event.getValue()));
            }
        }));
        List.of(above, below).forEach(field -> {
            field.setValueChangeMode(ValueChangeMode.LAZY);
            field.addValueChangeListener(_ -> show());
        });
        picture.addClassName("hg-score-picture");
        counts.addClassName("hg-score-counts");
        counts.getElement().setAttribute("aria-live", "polite");
        var names = new Div(above, below);
        names.addClassName("hg-field-row");
        getContent().addClassName("hg-form");
        getContent().add(picture, slider, threshold, counts, names, error);
        threshold.setValue(rounded(scores.median()));
    }

    /// The slider and the field show one number: each follows the other, and what they mean is drawn once.
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
        show();
    }

    /// A threshold that was chosen before.
    void show(double value, String aboveIt, String belowIt) {
        above.setValue(aboveIt);
        below.setValue(belowIt);
        threshold.setValue(value);
    }

    void onChange(Runnable listener) {
        changed = listener;
    }

    private void show() {
        setInvalid(false);
        changed.run();
        var value = threshold.getValue();
        counts.removeAll();
        if (value == null || !Double.isFinite(value)) {
            counts.setText("Enter a number.");
            return;
        }
        slider.getElement().setAttribute("aria-valuetext", Numbers.significant(value));
        var count = scores.at(value);
        var classes = List.of(
                new LabelClass(nameOf(above, "from it on"), count.above(), 1),
                new LabelClass(nameOf(below, "below it"), count.below(), 2));
        counts.add(new ClassBar(classes), new Span(ScoreWords.shares(count)));
        var bins = scores.bins(value);
        picture.setVisible(bins.isPresent());
        bins.map(found -> ScoreWords.chart(scores, found, value, classes)).ifPresent(this::draw);
    }

    /// One chart for all places of the threshold, as making one takes the browser longer than changing it.
    private void draw(StepChartSpec spec) {
        if (chart == null) {
            chart = new StepChart(spec);
            picture.add(chart);
        } else {
            chart.show(spec);
        }
    }

    private static String nameOf(TextField field, String otherwise) {
        return field.getValue().isBlank() ? otherwise : field.getValue().strip();
    }

    private double at(double place) {
        return rounded(scores.low() + (scores.high() / STEPS - scores.low() / STEPS) * place);
    }

    private double place(double value) {
        var span = scores.high() - scores.low();
        return span > 0 ? Math.rint(Math.clamp((value - scores.low()) / span, 0, 1) * STEPS) : 0;
    }

    /// With as many digits as tell the places of the slider apart.
    private double rounded(double value) {
        var step = (scores.high() - scores.low()) / STEPS;
        if (!(step > 0) || !Double.isFinite(step) || !Double.isFinite(value)) {
            return value;
        }
        var digits = (int) Math.ceil(-Math.log10(step));
        return new BigDecimal(value).setScale(digits, RoundingMode.HALF_EVEN).doubleValue();
    }

    LabelingRule rule() {
        return new LabelingRule(
                scores.column(),
                null,
                threshold.getOptionalValue().orElse(Double.NaN),
                above.getValue().strip(),
                below.getValue().strip());
    }

    @Override
    public HasValidation validated() {
        return error;
    }
}
