package org.histogrid.explore.ui;

import java.util.Optional;
import java.util.UUID;
import org.histogrid.base.BadInput;
import org.histogrid.base.QueryValues;
import org.histogrid.dataset.DatasetId;
import org.histogrid.dataset.LabelingId;

/// A dataset that is held against the one of the page, in an address `DATASET`, `DATASET:LABELING` or
/// `DATASET:LABELING:HOOKPOINT`.
record OtherRanking(DatasetId dataset, Optional<LabelingId> labeling, Optional<Integer> point) {

    private static final String BETWEEN = ":";

    /// @throws BadInput if it names no dataset
    static OtherRanking read(String name, String text) {
        var parts = text.strip().split(BETWEEN, -1);
        try {
            return new OtherRanking(
                    new DatasetId(UUID.fromString(parts[0])),
                    part(parts, 1).map(UUID::fromString).map(LabelingId::new),
                    part(parts, 2).map(point -> QueryValues.whole(name, point)));
        } catch (IllegalArgumentException e) {
            throw new BadInput("%s names no dataset and labeling to compare with.".formatted(text), e).forField(name);
        }
    }

    private static Optional<String> part(String[] parts, int index) {
        return parts.length > index ? Optional.of(parts[index]).filter(part -> !part.isBlank()) : Optional.empty();
    }

    String write() {
        var text = new StringBuilder(dataset.toString());
        if (labeling.isPresent() || point.isPresent()) {
            text.append(BETWEEN).append(labeling.map(LabelingId::toString).orElse(""));
        }
        point.ifPresent(id -> text.append(BETWEEN).append(id));
        return text.toString();
    }

    OtherRanking at(Optional<Integer> newPoint) {
        return new OtherRanking(dataset, labeling, newPoint);
    }
}
