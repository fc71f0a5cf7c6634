package org.histogrid.dataset.ui;

import java.util.Optional;
import org.histogrid.base.BadInput;

/// Something to decide or to put right before an import, and where. A guess stands in its field already.
record OpenQuestion(BadInput question, boolean guess, Optional<WizardStep> step) {

    static OpenQuestion of(BadInput question, boolean guess) {
        var step = question.field().map(WizardStep::deciding);
        return new OpenQuestion(
                question, guess, step.or(() -> Optional.of(WizardStep.FILES).filter(_ -> isOfFile(question))));
    }

    static OpenQuestion of(BadInput question) {
        return of(question, false);
    }

    private static boolean isOfFile(BadInput question) {
        return question.where().containsKey("file");
    }

    Optional<String> field() {
        return question.field();
    }

    String sentence() {
        var message = String.valueOf(question.getMessage());
        return guess ? message + " An answer is suggested: please look." : message;
    }
}
