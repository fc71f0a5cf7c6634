package org.histogrid.finding;

import java.io.Serializable;
import java.time.Instant;
import org.histogrid.dataset.NeuronRef;

/// A note on a neuron, with where that neuron lies in words.
///
/// @param page where the page of the neuron is, relative to the application; empty where its hook point is gone
public record Finding(
        FindingId id,
        int version,
        NeuronRef neuron,
        String dataset,
        String model,
        String hookPoint,
        String page,
        FindingText text,
        String author,
        Instant createdAt,
        Instant changedAt,
        boolean mine)
        implements Serializable {

    public boolean isEdited() {
        return changedAt.isAfter(createdAt);
    }
}
