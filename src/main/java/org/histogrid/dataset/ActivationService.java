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
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.histogrid.base.BadInput;
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
    private final VectorScan scan;
    private final LabelingRows labelings;
    private final ScoreColumns scores;
    private final Access access;
    private final Cache<LabelingRef, Loaded> loaded = Caffeine.newBuilder()
            .maximumWeight(64L << 20)
            .weigher((LabelingRef key, Loaded value) -> 64 + value.codes().classOf().length)
            .build();

    private record Loaded(String name, LabelingRule rule, LabelCodes codes) {}

    ActivationService(
            ActivationVectors vectors, VectorScan scan, LabelingRows labelings, ScoreColumns scores, Access access) {
        this.vectors = vectors;
        this.scan = scan;
        this.labelings = labelings;
        this.scores = scores;
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

    /// All neurons of a hook point in their order, a few megabytes at a time, however many there are. `each` is
    /// called while the database is read; what it throws ends the reading.
    @Transactional(readOnly = true)
    public void scan(Viewer viewer, DatasetDetails dataset, HookPoint point, Consumer<NeuronValues> each) {
        access.requireSee(viewer, dataset.id().asThing());
        scan.forEach(new HookPointRef(dataset.id(), point.id()), dataset.samples(), each);
    }

    /// The same for the neurons from one to another, both included.
    @Transactional(readOnly = true)
    public void scan(
            Viewer viewer, DatasetDetails dataset, HookPoint point, int first, int last, Consumer<NeuronValues> each) {
        access.requireSee(viewer, dataset.id().asThing());
        scan.forEach(new HookPointRef(dataset.id(), point.id()), dataset.samples(), first, last, each);
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
        return wanted.stream()
                .distinct()
                .collect(Collectors.toMap(ref -> ref, ref -> loaded(ref).codes()));
    }

    /// The classes of a labeling on a score as they would be with another threshold. Nothing is stored.
    ///
    /// @throws BadInput if the labeling is not made of a score
    @Transactional(readOnly = true)
    public LabelCodes labels(Viewer viewer, DatasetId dataset, LabelingId labeling, double threshold) {
        access.requireSee(viewer, dataset.asThing());
        var found = loaded(new LabelingRef(dataset, labeling));
        if (found.rule().threshold() == null) {
            throw new BadInput("%s is made of values, not of a score: it has no threshold to move."
                            .formatted(found.name()))
                    .forField("threshold");
        }
        if (!Double.isFinite(threshold)) {
            throw new BadInput("The threshold must be a number.").forField("threshold");
        }
        var split = scores.of(dataset, found.rule().column());
        return found.codes().splitBy(split.codesAt(threshold));
    }

    private Loaded loaded(LabelingRef ref) {
        return Objects.requireNonNull(loaded.get(ref, this::load));
    }

    private Loaded load(LabelingRef key) {
        var row = labelings
                .findCodes(key.dataset().value(), key.labeling().value())
                .orElseThrow(() -> new NotFound("This labeling"));
        return new Loaded(
                row.name(),
                Json.read(row.rule(), LabelingRule.class),
                new LabelCodes(row.codes(), Json.read(row.classes(), new TypeReference<>() {})));
    }

    @TransactionalEventListener(fallbackExecution = true)
    void onChange(DatasetChanged event) {
        loaded.asMap().keySet().removeIf(key -> key.dataset().equals(event.dataset()));
    }
}
