package org.histogrid.dataset;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
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

    private final ActivationVectors vectors;
    private final LabelingRows labelings;
    private final Access access;
    private final Cache<LabelingRef, LabelCodes> codes = Caffeine.newBuilder()
            .maximumWeight(64L << 20)
            .weigher((LabelingRef key, LabelCodes value) -> 64 + value.classOf().length)
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
        var ref = new LabelingRef(dataset, labeling);
        return Objects.requireNonNull(labels(viewer, List.of(ref)).get(ref));
    }

    /// The classes of the samples under each of these labelings.
    @Transactional(readOnly = true)
    public Map<LabelingRef, LabelCodes> labels(Viewer viewer, Collection<LabelingRef> wanted) {
        access.requireSeeAll(
                viewer, wanted.stream().map(ref -> ref.dataset().asThing()).toList());
        return wanted.stream().distinct().collect(Collectors.toMap(ref -> ref, ref -> codes.get(ref, this::load)));
    }

    private LabelCodes load(LabelingRef key) {
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
