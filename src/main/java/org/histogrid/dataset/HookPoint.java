package org.histogrid.dataset;

import java.io.Serializable;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where values were read. `convention` says how layers are counted (see LayerConvention), empty where it is
/// not known. `neurons` holds the recorded indices where only some neurons were recorded,
/// and is empty where all from 0 to `neuronCount - 1` were.
public record HookPoint(
        int id,
        String site,
        @Nullable Integer layer,
        String convention,
        String token,
        String dtype,
        int neuronCount,
        List<Integer> neurons,
        long nan,
        long infinite)
        implements Serializable {

    public HookPoint {
        neurons = List.copyOf(neurons);
    }

    HookPoint counting(long nans, long infinities) {
        return new HookPoint(id, site, layer, convention, token, dtype, neuronCount, neurons, nans, infinities);
    }

    public boolean holds(int neuron) {
        return neurons.isEmpty() ? neuron >= 0 && neuron < neuronCount : neurons.contains(neuron);
    }

    /// The recorded indices, rising.
    public int[] neuronIndices() {
        return neurons.isEmpty()
                ? IntStream.range(0, neuronCount).toArray()
                : neurons.stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    /// The recorded neurons in words, for messages: "0 to 4095" or "256 chosen neurons between 3 and 4090".
    public String neuronsInWords() {
        if (neurons.isEmpty()) {
            return "0 to %d".formatted(neuronCount - 1);
        }
        if (neurons.size() <= 6) {
            return neurons.stream().map(String::valueOf).collect(Collectors.joining(", "));
        }
        var range = neurons.stream().mapToInt(Integer::intValue).summaryStatistics();
        return "%d chosen neurons between %d and %d".formatted(neurons.size(), range.getMin(), range.getMax());
    }

    public OptionalInt layerIndex() {
        return layer == null ? OptionalInt.empty() : OptionalInt.of(layer);
    }

    /// "resid_post, layer 32 (hidden_states), token last"
    public String inWords() {
        return Stream.of(
                        site,
                        layer == null ? "" : "layer " + layer + (convention.isEmpty() ? "" : " (" + convention + ")"),
                        token.isBlank() ? "" : "token " + token)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(", "));
    }
}
