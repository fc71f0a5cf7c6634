package org.histogrid.dataset.ui;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The steps of an import, in their order.
enum WizardStep {
    FILES("Files", "What is in the files"),
    MAPPING("Mapping", "What the matrices are"),
    LABELS("Labels", "What the samples are"),
    REPORT("Report", "What will be made");

    static final String PARAMETER = "step";

    private final String label;
    private final String heading;

    WizardStep(String label, String heading) {
        this.label = label;
        this.heading = heading;
    }

    String label() {
        return label;
    }

    String heading() {
        return heading;
    }

    /// As it stands in addresses.
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// What follows the address of an import; the first step needs nothing.
    String query() {
        return this == FILES ? "" : "?" + PARAMETER + "=" + key();
    }

    static WizardStep of(Optional<String> key) {
        return Arrays.stream(values())
                .filter(step -> key.equals(Optional.of(step.key())))
                .findFirst()
                .orElse(FILES);
    }

    Optional<WizardStep> next() {
        return beside(1);
    }

    Optional<WizardStep> previous() {
        return beside(-1);
    }

    private Optional<WizardStep> beside(int distance) {
        var place = ordinal() + distance;
        return place < 0 || place >= values().length ? Optional.empty() : Optional.of(values()[place]);
    }

    /// Where a field of the specification is decided.
    static WizardStep deciding(String field) {
        if (field.startsWith("matrices") || field.matches("name|model|description|dataset")) {
            return MAPPING;
        }
        return field.equals("file") ? FILES : LABELS;
    }
}
