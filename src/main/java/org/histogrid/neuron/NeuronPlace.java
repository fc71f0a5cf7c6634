package org.histogrid.neuron;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.histogrid.base.NotFound;
import org.histogrid.dataset.DatasetDetails;
import org.histogrid.dataset.HookPoint;
import org.histogrid.dataset.NeuronAddress;
import org.histogrid.dataset.NeuronRef;

/// A recorded neuron and its neighbours, by number at its hook point and by layer in its dataset.
public record NeuronPlace(DatasetDetails dataset, HookPoint point, int neuron) implements Serializable {

    /// @throws NotFound if the neuron is not recorded at the hook point, saying which ones are
    public NeuronPlace {
        if (!point.holds(neuron)) {
            throw new NotFound(
                    "Neuron %d of %s, which holds %s,".formatted(neuron, point.inWords(), point.neuronsInWords()));
        }
    }

    public NeuronRef ref() {
        return new NeuronRef(dataset.id(), point.id(), neuron);
    }

    /// Relative to the application.
    public String path() {
        return NeuronAddress.path(dataset, point, neuron);
    }

    /// The next recorded neuron of the hook point for a positive number, the one before for a negative one.
    public Optional<NeuronPlace> neighbour(int direction) {
        if (point.neurons().isEmpty()) {
            return Optional.of(neuron + Integer.signum(direction))
                    .filter(point::holds)
                    .map(this::at);
        }
        return point.neurons().stream()
                .filter(one -> Integer.signum(Integer.compare(one, neuron)) == Integer.signum(direction))
                .min(Comparator.comparingInt(one -> Math.abs(one - neuron)))
                .map(this::at);
    }

    /// Another neuron of the hook point.
    ///
    /// @throws NotFound if it is not recorded
    public NeuronPlace at(int other) {
        return new NeuronPlace(dataset, point, other);
    }

    /// The same neuron on the next layer for a positive number, on the one before for a negative one.
    public Optional<NeuronPlace> onLayer(int direction) {
        var places = onLayers();
        var here = IntStream.range(0, places.size())
                .filter(i -> places.get(i).point().id() == point.id())
                .findFirst()
                .orElse(-1);
        var wanted = here + Integer.signum(direction);
        return here >= 0 && wanted >= 0 && wanted < places.size() ? Optional.of(places.get(wanted)) : Optional.empty();
    }

    /// The same neuron on all layers of the dataset where it was read at the same site and token, this one too, by
    /// layer. A hook point without a layer is the only one.
    public List<NeuronPlace> onLayers() {
        if (point.layer() == null) {
            return List.of(this);
        }
        return dataset.hookPoints().stream()
                .filter(other -> other.layer() != null && isAlike(other) && other.holds(neuron))
                .sorted(Comparator.comparingInt((HookPoint other) -> Objects.requireNonNull(other.layer()))
                        .thenComparingInt(HookPoint::id))
                .map(other -> new NeuronPlace(dataset, other, neuron))
                .toList();
    }

    /// The same neuron in another dataset of the model, where it was read at the same place.
    Optional<NeuronPlace> in(DatasetDetails other) {
        return other.hookPoints().stream()
                .filter(candidate -> isAlike(candidate) && candidate.holds(neuron))
                .filter(candidate -> Objects.equals(candidate.layer(), point.layer()))
                .map(candidate -> new NeuronPlace(other, candidate, neuron))
                .findFirst();
    }

    private boolean isAlike(HookPoint other) {
        return other.site().equals(point.site())
                && other.token().equals(point.token())
                && other.convention().equals(point.convention());
    }
}
