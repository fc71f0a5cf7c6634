package org.histogrid.dataset;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.histogrid.base.BadInput;
import org.histogrid.base.NotFound;

public record DatasetDetails(
        DatasetId id,
        String name,
        String model,
        String description,
        String state,
        int samples,
        List<SampleColumn> columns,
        long bytes,
        List<DatasetSource> sources,
        String createdBy,
        Instant createdAt,
        List<HookPoint> hookPoints,
        List<Labeling> labelings,
        boolean mayEdit)
        implements Serializable {

    public DatasetDetails {
        columns = List.copyOf(columns);
        sources = List.copyOf(sources);
        hookPoints = List.copyOf(hookPoints);
        labelings = List.copyOf(labelings);
    }

    DatasetItem toItem(int usedIn) {
        var classes = labelings.stream().findFirst().map(Labeling::classes).orElse(List.of());
        return new DatasetItem(
                id, name, model, samples, hookPoints.size(), classes, bytes, createdBy, createdAt, usedIn);
    }

    DatasetDetails editableIf(boolean may) {
        return new DatasetDetails(
                id,
                name,
                model,
                description,
                state,
                samples,
                columns,
                bytes,
                sources,
                createdBy,
                createdAt,
                hookPoints,
                labelings,
                may);
    }

    public Optional<HookPoint> hookPoint(int hookPoint) {
        return hookPoints.stream().filter(point -> point.id() == hookPoint).findFirst();
    }

    public HookPoint requireHookPoint(int hookPoint) {
        return hookPoint(hookPoint).orElseThrow(() -> new NotFound("This hook point"));
    }

    public Optional<Labeling> labeling(LabelingId labeling) {
        return labelings.stream().filter(one -> one.id().equals(labeling)).findFirst();
    }

    /// @throws NotFound if this dataset has no such labeling
    public Labeling requireLabeling(LabelingId wanted) {
        return labeling(wanted).orElseThrow(() -> new NotFound("This labeling"));
    }

    /// The labeling asked for by its id or by its name, or the only one where none is asked for.
    ///
    /// @throws NotFound if this dataset has no such labeling
    /// @throws BadInput if none is asked for and there are several, or none at all
    public Labeling chooseLabeling(Optional<String> idOrName) {
        var wanted = idOrName.filter(text -> !text.isBlank());
        if (wanted.isPresent()) {
            var text = wanted.get().strip();
            return labelings.stream()
                    .filter(one ->
                            one.name().equals(text) || one.id().toString().equalsIgnoreCase(text))
                    .findFirst()
                    .orElseThrow(() -> new NotFound("This labeling"));
        }
        if (labelings.size() == 1) {
            return labelings.getFirst();
        }
        throw new BadInput(
                        labelings.isEmpty()
                                ? "%s has no labeling.".formatted(name)
                                : "%s has %d labelings: name one.".formatted(name, labelings.size()))
                .forField("labeling")
                .withChoices(labelings.stream().map(Labeling::name).toList());
    }
}
