package org.histogrid.dataset;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.UUID;
import org.histogrid.base.Json;
import org.histogrid.base.NotFound;
import org.histogrid.sharing.Access;
import org.histogrid.sharing.Viewer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;
import tools.jackson.core.type.TypeReference;

/// Hands out activation vectors and the classes of their samples.
@Service
public class ActivationService {

    private record LabelingKey(DatasetId dataset, LabelingId labeling) {}

    private final ActivationVectors vectors;
    private final LabelingRows labelings;
    private final Access access;
    private final Cache<LabelingKey, LabelCodes> codes = Caffeine.newBuilder()
            .maximumWeight(64L << 20)
            .weigher((LabelingKey key, LabelCodes value) -> 64 + value.classOf().length)
            .build();

    ActivationService(ActivationVectors vectors, LabelingRows labelings, Access access) {
        this.vectors = vectors;
        this.labelings = labelings;
        this.access = access;
    }

    /// All neurons asked for in one query. A neuron that is not recorded is missing from the answer.
    @Transactional(readOnly = true)
    public Map<NeuronRef, NeuronValues> read(Viewer viewer, Collection<NeuronRef> neurons) {
        var wanted = new LinkedHashSet<>(neurons);
        access.requireSeeAll(
                viewer,
                wanted.stream().map(ref -> ref.dataset().asThing()).distinct().toList());
        var found = new LinkedHashMap<NeuronRef, NeuronValues>();
        vectors.findAll(
                        wanted.stream().map(ref -> ref.dataset().value()).toArray(UUID[]::new),
                        wanted.stream().map(NeuronRef::hookPoint).toArray(Integer[]::new),
                        wanted.stream().map(NeuronRef::neuron).toArray(Integer[]::new))
                .forEach(vector -> {
                    var values = vector.toValues();
                    found.put(values.neuron(), values);
                });
        return found;
    }

    @Transactional(readOnly = true)
    public LabelCodes labels(Viewer viewer, DatasetId dataset, LabelingId labeling) {
        access.requireSee(viewer, dataset.asThing());
        return codes.get(new LabelingKey(dataset, labeling), this::load);
    }

    private LabelCodes load(LabelingKey key) {
        var row = labelings
                .findCodes(key.dataset().value(), key.labeling().value())
                .orElseThrow(() -> new NotFound("This labeling"));
        return new LabelCodes(row.codes(), Json.read(row.classes(), new TypeReference<>() {}));
    }

    @TransactionalEventListener(fallbackExecution = true)
    void onChange(DatasetChanged event) {
        codes.asMap().keySet().removeIf(key -> key.dataset().equals(event.dataset()));
    }
}
