package org.histogrid.project.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.histogrid.base.Numbers;
import org.histogrid.base.ui.Buttons;
import org.histogrid.base.ui.NumberSlider;

/// One threshold: where it is, and, once it is to be moved, a slider for it. The range of the score is read only then.
final class ThresholdLine extends Composite<Div> {

    /// A picture of twelve panels takes the server a few milliseconds
    private static final int THROTTLE_MILLIS = 60;

    private final List<ScoreRow> rows;
    private final Function<List<ScoreRow>, double[]> ends;
    private final ThresholdBar.Moves moves;
    private final Span words = new Span();
    private final Div mover = new Div();
    private Optional<NumberSlider> slider = Optional.empty();
    private Optional<Double> shown = Optional.empty();

    ThresholdLine(List<ScoreRow> rows, Function<List<ScoreRow>, double[]> ends, ThresholdBar.Moves moves) {
        this.rows = rows;
        this.ends = ends;
        this.moves = moves;
        var move = Buttons.plain("Move threshold", this::open);
        move.addThemeNames("tertiary", "small");
        mover.add(move);
        mover.addClassName("hg-threshold-mover");
        getContent().addClassName("hg-threshold");
        getContent().add(words, mover);
    }

    private String labeling() {
        return rows.getFirst().labeling().name();
    }

    private double stored() {
        return rows.getFirst().stored();
    }

    void show(Optional<Double> threshold) {
        shown = threshold;
        var stored = Numbers.significant(stored());
        words.setText(
                threshold.isPresent()
                        ? "%s: %s from %s on, stored from %s"
                                .formatted(labeling(), column(), Numbers.significant(threshold.get()), stored)
                        : "%s: %s from %s on".formatted(labeling(), column(), stored));
        if (threshold.isPresent() && slider.isEmpty()) {
            open();
        }
        slider.ifPresent(open -> open.show(threshold.orElseGet(this::stored)));
    }

    private String column() {
        return rows.getFirst().column();
    }

    private void open() {
        var range = ends.apply(rows);
        var open = new NumberSlider(
                "Threshold", "Threshold on " + column(), range[0], range[1], THROTTLE_MILLIS, this::move);
        var store = Buttons.plain(
                "Save as labeling", () -> slider.flatMap(NumberSlider::value).ifPresent(cut -> moves.store(rows, cut)));
        var back = Buttons.plain("Back to " + Numbers.significant(stored()), () -> moves.asStored(labeling()));
        store.addThemeName("small");
        back.addThemeNames("tertiary", "small");
        mover.removeAll();
        mover.add(open, store, back);
        slider = Optional.of(open);
        open.show(shown.orElseGet(this::stored));
    }

    private void move() {
        slider.flatMap(NumberSlider::value)
                .filter(cut -> !cut.equals(shown.orElseGet(this::stored)))
                .ifPresent(cut -> moves.part(labeling(), cut));
    }
}
