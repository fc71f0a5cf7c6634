package org.histogrid.dataset.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import org.histogrid.base.ui.NumberSlider;
import org.histogrid.chart.StepChart;
import org.histogrid.chart.StepChartSpec;
import org.histogrid.dataset.LabelClass;
import org.histogrid.dataset.LabelingRule;
import org.histogrid.dataset.ScoreColumn;
import org.jspecify.annotations.Nullable;

/// A threshold on a score: a slider and a field for the exact number, the score's histogram, and how many samples fall
/// to each side. All counts come from the sorted column, so that moving the slider asks the database nothing.
class ThresholdForm extends Composite<Div> implements DelegatedValidation {

    private static final int THROTTLE_MILLIS = 120;

    private final transient ScoreColumn scores;
    private final TextField above = new TextField("Class from the threshold on", "true answer", "");
    private final TextField below = new TextField("Class below it", "false answer", "");
    private final NumberSlider threshold;
    private final Div picture = new Div();
    private final Div counts = new Div();
    private final SectionNote error = new SectionNote();
    private @Nullable StepChart chart;
    private transient Runnable changed = () -> {};

    ThresholdForm(ScoreColumn scores) {
        this.scores = scores;
        threshold = new NumberSlider(
                "Threshold",
                "Threshold on " + scores.column(),
                scores.low(),
                scores.high(),
                THROTTLE_MILLIS,
                this::show);
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
        getContent().add(picture, threshold, counts, names, error);
        threshold.showRounded(scores.median());
    }

    /// A threshold that was chosen before.
    void show(double value, String aboveIt, String belowIt) {
        above.setValue(aboveIt);
        below.setValue(belowIt);
        threshold.show(value);
    }

    void onChange(Runnable listener) {
        changed = listener;
    }

    private void show() {
        setInvalid(false);
        changed.run();
        counts.removeAll();
        threshold.value().ifPresentOrElse(this::count, () -> counts.setText("Enter a number."));
    }

    private void count(double value) {
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

    LabelingRule rule() {
        return new LabelingRule(
                scores.column(),
                null,
                threshold.value().orElse(Double.NaN),
                above.getValue().strip(),
                below.getValue().strip());
    }

    @Override
    public HasValidation validated() {
        return error;
    }
}
