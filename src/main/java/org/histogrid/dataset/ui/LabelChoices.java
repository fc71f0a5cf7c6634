package org.histogrid.dataset.ui;

import java.util.List;
import org.histogrid.base.BadInput;

final class LabelChoices {

    private LabelChoices() {}

    /// The values a question offers to choose from.
    static List<String> of(BadInput question) {
        return question.where().get("choices") instanceof List<?> choices
                ? choices.stream().map(String::valueOf).toList()
                : List.of();
    }
}
