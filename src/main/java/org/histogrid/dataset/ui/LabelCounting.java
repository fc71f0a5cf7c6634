package org.histogrid.dataset.ui;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.histogrid.base.BadInput;
import org.histogrid.dataset.DraftReader;
import org.histogrid.dataset.ImportSpec.Labels;
import org.histogrid.dataset.LabelCounts;
import org.histogrid.sharing.Viewer;

/// How often each label of a draft's files is there: read once for each place, as long as the files are the same.
final class LabelCounting {

    private final DraftReader drafts;
    private final Viewer viewer;
    private final DraftId draft;
    private final Map<LabelSource, Optional<LabelCounts>> counts = new HashMap<>();

    LabelCounting(DraftReader drafts, Viewer viewer, DraftId draft) {
        this.drafts = drafts;
        this.viewer = viewer;
        this.draft = draft;
    }

    /// What cannot be counted is told by the proposal.
    Optional<LabelCounts> count(Labels labels) {
        return LabelSource.of(labels)
                .flatMap(source -> counts.computeIfAbsent(source, _ -> {
                    try {
                        return Optional.of(drafts.countLabels(viewer, draft.get(), source.labels()));
                    } catch (BadInput e) {
                        return Optional.empty();
                    }
                }));
    }

    void forget() {
        counts.clear();
    }
}
