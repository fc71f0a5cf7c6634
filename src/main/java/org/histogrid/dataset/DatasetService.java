package org.histogrid.dataset;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.histogrid.base.BadInput;
import org.histogrid.base.Conflict;
import org.histogrid.base.NotFound;
import org.histogrid.base.Slice;
import org.histogrid.sharing.Access;
import org.histogrid.sharing.Sharing;
import org.histogrid.sharing.Thing;
import org.histogrid.sharing.Viewer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/// Datasets that are ready: lists, details, labelings, deletion. One in the making is seen by nobody.
@Service
@Transactional
public class DatasetService {

    public static final int NAME_MAX_LENGTH = 200;
    public static final int DESCRIPTION_MAX_LENGTH = 4000;

    private final Datasets datasets;
    private final DatasetDescriptions descriptions;
    private final Samples samples;
    private final Access access;
    private final ObjectProvider<DatasetUsage> usage;
    private final ApplicationEventPublisher events;

    DatasetService(
            Datasets datasets,
            DatasetDescriptions descriptions,
            Samples samples,
            Access access,
            ObjectProvider<DatasetUsage> usage,
            ApplicationEventPublisher events) {
        this.datasets = datasets;
        this.descriptions = descriptions;
        this.samples = samples;
        this.access = access;
        this.usage = usage;
        this.events = events;
    }

    /// Newest first; `text` is looked for in names, models and descriptions.
    @Transactional(readOnly = true)
    public Slice<DatasetItem> search(Viewer viewer, String text, int offset, int limit) {
        var visible = access.visible(viewer, Thing.Kind.DATASET).keySet();
        var pattern = "%" + text.strip().toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%";
        var found = datasets.search(visible, pattern, new FromOffset(offset, limit));
        return new Slice<>(items(found), offset, datasets.countMatches(visible, pattern));
    }

    private List<DatasetItem> items(List<Dataset> found) {
        var ids = found.stream().map(Dataset::id).toList();
        var details = descriptions.ofReady(ids);
        var users = new HashMap<DatasetId, Integer>();
        usage.forEach(asked -> asked.count(ids).forEach((id, count) -> users.merge(id, count, Integer::sum)));
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(details.get(id)).stream())
                .map(dataset -> dataset.toItem(users.getOrDefault(dataset.id(), 0)))
                .toList();
    }

    /// @throws NotFound if it is not ready or may not be seen
    @Transactional(readOnly = true)
    public DatasetDetails find(Viewer viewer, DatasetId id) {
        return Objects.requireNonNull(requireAll(viewer, List.of(id)).get(id));
    }

    /// @throws NotFound if one of them is not ready or may not be seen
    @Transactional(readOnly = true)
    public Map<DatasetId, DatasetDetails> requireAll(Viewer viewer, Collection<DatasetId> wanted) {
        var found = findAll(viewer, wanted);
        if (!found.keySet().containsAll(wanted)) {
            throw notFound();
        }
        return found;
    }

    /// Those of the wanted that are ready and may be seen.
    @Transactional(readOnly = true)
    public Map<DatasetId, DatasetDetails> findAll(Viewer viewer, Collection<DatasetId> wanted) {
        Map<UUID, Sharing> visible =
                access.visible(viewer, wanted.stream().map(DatasetId::asThing).toList());
        return descriptions
                .ofReady(visible.keySet().stream().map(DatasetId::new).toList())
                .values()
                .stream()
                .collect(Collectors.toMap(
                        DatasetDetails::id,
                        dataset -> dataset.editableIf(
                                Optional.ofNullable(visible.get(dataset.id().value()))
                                        .map(Sharing::mayEdit)
                                        .orElse(false))));
    }

    /// Datasets that were made of one of these files already, newest first, by the SHA-256 of the files.
    @Transactional(readOnly = true)
    public List<SameFiles> duplicatesOf(Viewer viewer, Collection<String> sha256) {
        var known = sha256.stream().filter(one -> !one.isEmpty()).distinct().toList();
        var visible = access.visible(viewer, Thing.Kind.DATASET).keySet();
        if (known.isEmpty() || visible.isEmpty()) {
            return List.of();
        }
        return datasets.findBySources(visible, known.toArray(String[]::new)).stream()
                .map(dataset -> dataset.sameFiles(known))
                .toList();
    }

    @Transactional(readOnly = true)
    public List<Sample> samples(Viewer viewer, DatasetId id, int offset, int limit) {
        ready(viewer, id);
        return samples.page(id, offset, limit);
    }

    /// The id of each sample in the order of the samples, its ordinal where it has none. Of one snapshot, so that a
    /// dataset deleted in the same moment is not found, rather than found without samples.
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public List<String> sampleIds(Viewer viewer, DatasetId id) {
        ready(viewer, id);
        return samples.ids(id);
    }

    public void describe(Viewer viewer, DatasetId id, String name, String description) {
        access.requireEdit(viewer, id.asThing());
        var plain = name.strip();
        if (plain.isEmpty() || plain.length() > NAME_MAX_LENGTH) {
            throw new BadInput("A name has 1 to %d characters.".formatted(NAME_MAX_LENGTH)).forField("name");
        }
        if (description.length() > DESCRIPTION_MAX_LENGTH) {
            throw new BadInput("A description has at most %d characters.".formatted(DESCRIPTION_MAX_LENGTH))
                    .forField("description");
        }
        ready(viewer, id).describe(plain, description.strip());
        events.publishEvent(new DatasetChanged(id));
    }

    @Transactional(readOnly = true)
    public List<DatasetUsage.Usage> usage(Viewer viewer, DatasetId id) {
        access.requireSee(viewer, id.asThing());
        return usage.stream().map(asked -> asked.of(viewer, id)).toList();
    }

    /// Refused while something uses it, unless forced; what used it then says that the dataset is gone.
    public void delete(Viewer viewer, DatasetId id, boolean force) {
        access.requireEdit(viewer, id.asThing());
        var dataset = ready(viewer, id);
        var users = usage(viewer, id);
        var total = users.stream().mapToInt(DatasetUsage.Usage::total).sum();
        if (total > 0 && !force) {
            throw new Conflict(
                    "%s is used in %d %s.".formatted(dataset.name(), total, total == 1 ? "project" : "projects"),
                    users.stream()
                            .flatMap(one -> one.visible().stream())
                            .map(DatasetUsage.User::name)
                            .toList());
        }
        access.forget(viewer, id.asThing());
        datasets.deleteById(id.value());
        events.publishEvent(new DatasetChanged(id));
    }

    private Dataset ready(Viewer viewer, DatasetId id) {
        access.requireSee(viewer, id.asThing());
        return datasets.findByIdAndState(id.value(), Dataset.State.READY).orElseThrow(DatasetService::notFound);
    }

    private static NotFound notFound() {
        return new NotFound("This dataset");
    }
}
