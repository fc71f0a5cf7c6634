package org.histogrid.dataset;

import java.io.Serializable;
import java.util.List;
import org.histogrid.base.BadInput;

/// A specification filled in as far as the files tell, and what has to be asked because they do not.
/// `suggested` also answers what could be guessed, for a person to look at; nothing is imported on a guess
/// alone.
public record ImportProposal(ImportSpec spec, ImportSpec suggested, List<BadInput> questions) implements Serializable {

    public ImportProposal {
        questions = List.copyOf(questions);
    }

    public ImportSpec complete() {
        if (!questions.isEmpty()) {
            throw questions.getFirst();
        }
        return spec;
    }
}
