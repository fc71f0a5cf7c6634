package org.histogrid.dataset;

import java.util.List;
import org.histogrid.base.BadInput;

/// Labels of a file as far as the file tells, the same with what could be guessed for a person to look at, and what has
/// to be asked. Fields of questions are
/// those of a labeling: `column`, `id`, `values`.
public record LabelProposal(ImportSpec.Labels labels, ImportSpec.Labels suggested, List<BadInput> questions) {

    public LabelProposal {
        questions = List.copyOf(questions);
    }

    ImportSpec.Labels complete() {
        if (!questions.isEmpty()) {
            throw questions.getFirst();
        }
        return labels;
    }
}
