package org.histogrid.project.ui;

import java.util.Optional;
import org.histogrid.project.ProjectRow;

/// What is written of a row besides what its numbers are computed from.
///
/// @param label at its left
/// @param chosen how its neurons were chosen, in words
record RowHead(String label, Optional<String> chosen) {

    static RowHead of(ProjectRow row) {
        return new RowHead(row.label(), row.chosen().map(choice -> ChoiceWords.of(choice, row.neurons())));
    }
}
