package org.histogrid.dataset.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.histogrid.base.BadInput;
import org.histogrid.dataset.ImportSpec;
import org.histogrid.dataset.ImportSpec.Labels;
import org.histogrid.dataset.ImportSpec.Matrix;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GuessesTest {

    private static final List<String> SAMPLES_FIRST = List.of("sample", "neuron");
    private static final List<String> NEURONS_FIRST = List.of("neuron", "sample");

    private static ImportSpec spec(@Nullable String site, @Nullable List<String> axes) {
        return new ImportSpec(
                "Run",
                null,
                null,
                null,
                List.of(new Matrix("acts.npy", null, null, site, null, null, null, null, axes, null, null, null)),
                null,
                null);
    }

    private static BadInput question(String field) {
        return new BadInput("Say it.").forField(field);
    }

    @Test
    void guessIsNoPartOfWhatWasSaidUntilItIsAccepted() {
        var guesses = Guesses.of(spec("mlp", null), List.of(question("matrices[0].axes")), spec("mlp", SAMPLES_FIRST));
        assertThat(guesses.isGuess("matrices[0].axes")).isTrue();
        assertThat(guesses.said(spec("typed", SAMPLES_FIRST))).isEqualTo(spec("typed", null));

        guesses.accept(field -> field.startsWith("matrices"));

        assertThat(guesses.said(spec("typed", SAMPLES_FIRST))).isEqualTo(spec("typed", SAMPLES_FIRST));
    }

    @Test
    void changedGuessIsSaid() {
        var guesses = Guesses.of(spec("mlp", null), List.of(question("matrices[0].axes")), spec("mlp", SAMPLES_FIRST));
        assertThat(guesses.said(spec("mlp", NEURONS_FIRST))).isEqualTo(spec("mlp", NEURONS_FIRST));
        assertThat(guesses.isGuess("matrices[0].axes")).isFalse();
    }

    @Test
    void guessOfWholeMatricesGoesAsOne() {
        var none = ImportSpec.named("Run", "Model");
        var shown = SpecFiles.with(none, List.of(Matrix.in("a.npy", null)));
        var guesses = Guesses.of(none, List.of(question("matrices")), shown);
        assertThat(guesses.said(shown)).isEqualTo(none);

        var other = SpecFiles.with(none, List.of(Matrix.in("b.npy", null)));
        assertThat(guesses.said(other)).isEqualTo(other);
    }

    @Test
    void thresholdAnswersTheQuestionForValues() {
        var asked = labelled(Labels.in("l.csv", null, "p"));
        var guesses = Guesses.of(asked, List.of(question("labelings[0].values")), asked);
        assertThat(guesses.isUntouched("labelings[0].values", asked)).isTrue();

        var byThreshold = labelled(new Labels(null, "l.csv", null, "p", null, null, 0.5, "high", "low"));
        assertThat(guesses.isUntouched("labelings[0].values", byThreshold)).isFalse();
        var byValues =
                labelled(new Labels(null, "l.csv", null, "p", null, Map.of("high", List.of("1")), null, null, null));
        assertThat(guesses.isUntouched("labelings[0].values", byValues)).isFalse();
    }

    private static ImportSpec labelled(Labels labels) {
        return new ImportSpec("Run", null, null, null, null, null, List.of(labels));
    }
}
