package org.histogrid.dataset;

import java.time.Clock;
import java.util.List;
import org.histogrid.base.BadInput;
import org.histogrid.base.Conflict;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/// Stores a labeling with the classes of the samples, in the transaction of who asks, who also asks who may.
@Component
class LabelingWriter {

    private final LabelingRows labelings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LabelingWriter(LabelingRows labelings, ApplicationEventPublisher events, Clock clock) {
        this.labelings = labelings;
        this.events = events;
        this.clock = clock;
    }

    /// @param cells the value of each sample in the column of the rule, in their order
    Labeling write(DatasetDetails dataset, String name, LabelingRule rule, List<String> cells) {
        var plain = plainName(name, "A name", "name");
        var codes = new Classifier(rule).apply(cells);
        var id = LabelingId.create();
        try {
            labelings.saveAndFlush(new LabelingRow(dataset.id(), id, plain, rule, codes, clock.instant()));
        } catch (DataIntegrityViolationException e) {
            throw taken(dataset, plain);
        }
        events.publishEvent(new DatasetChanged(dataset.id()));
        return new Labeling(id, plain, rule, codes.classes());
    }

    static String plainName(String name, String what, String field) {
        var plain = name.strip();
        if (plain.isEmpty() || plain.length() > LabelingService.NAME_MAX_LENGTH) {
            throw new BadInput("%s has 1 to %d characters.".formatted(what, LabelingService.NAME_MAX_LENGTH))
                    .forField(field);
        }
        return plain;
    }

    static Conflict taken(DatasetDetails dataset, String name) {
        return new Conflict("%s has a labeling of this name already.".formatted(dataset.name()), List.of(name));
    }
}
