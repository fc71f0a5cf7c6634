package org.histogrid.dataset;

import java.io.Serializable;
import java.util.Set;
import org.histogrid.base.BadInput;

/// Which samples, in which order, and which page of them. `classes` are names; none means all samples, those
/// without a class too. `text` is looked for in the samples' texts and ids, in any case.
public record SampleQuery(ValueRange values, Set<String> classes, String text, SampleOrder order, int offset, int limit)
        implements Serializable {

    public static final int MOST_SAMPLES = 1_000;

    /// The first page of all samples in their order.
    public static final SampleQuery ALL =
            new SampleQuery(ValueRange.ALL, Set.of(), "", SampleOrder.by(SampleOrder.Key.ORDINAL), 0, 50);

    public SampleQuery {
        if (offset < 0 || limit < 1 || limit > MOST_SAMPLES) {
            throw new BadInput("A page starts at 0 or later and has 1 to %d entries.".formatted(MOST_SAMPLES))
                    .forField("limit");
        }
        classes = Set.copyOf(classes);
        // PostgreSQL has no such character, so no text holds it
        text = text.strip().replace("\0", "");
    }

    public SampleQuery in(ValueRange newValues) {
        return new SampleQuery(newValues, classes, text, order, offset, limit);
    }

    public SampleQuery ofClasses(Set<String> newClasses) {
        return new SampleQuery(values, newClasses, text, order, offset, limit);
    }

    public SampleQuery containing(String newText) {
        return new SampleQuery(values, classes, newText, order, offset, limit);
    }

    public SampleQuery sorted(SampleOrder newOrder) {
        return new SampleQuery(values, classes, text, newOrder, offset, limit);
    }

    public SampleQuery page(int newOffset, int newLimit) {
        return new SampleQuery(values, classes, text, order, newOffset, newLimit);
    }
}
