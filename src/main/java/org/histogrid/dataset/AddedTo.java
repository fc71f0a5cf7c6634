package org.histogrid.dataset;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.histogrid.base.BadInput;
import org.histogrid.sharing.Access;
import org.histogrid.sharing.Viewer;
import org.springframework.stereotype.Component;

/// The dataset that an import adds hook points to, where it names one.
@Component
class AddedTo {

    private final DatasetDescriptions descriptions;
    private final Samples samples;
    private final HookPoints hookPoints;
    private final Access access;

    AddedTo(DatasetDescriptions descriptions, Samples samples, HookPoints hookPoints, Access access) {
        this.descriptions = descriptions;
        this.samples = samples;
        this.hookPoints = hookPoints;
        this.access = access;
    }

    static Optional<DatasetId> target(ImportSpec spec) {
        return ImportPlanner.text(spec.dataset()).map(text -> {
            try {
                return new DatasetId(UUID.fromString(text));
            } catch (IllegalArgumentException e) {
                throw new BadInput("%s is no id of a dataset.".formatted(text)).forField("dataset");
            }
        });
    }

    /// Only what the viewer may edit is added to.
    Optional<SameSamples> editable(Viewer viewer, ImportSpec spec) {
        target(spec).ifPresent(id -> access.requireEdit(viewer, id.asThing()));
        return known(spec);
    }

    /// Of an import whose right to it was checked when it was committed.
    Optional<SameSamples> known(ImportSpec spec) {
        return target(spec).map(id -> {
            var details = descriptions.ofReady(List.of(id)).get(id);
            if (details == null) {
                throw new BadInput("The dataset it was to be added to is gone.").forField("dataset");
            }
            return new SameSamples(details, samples, hookPoints.nextId(id.value()));
        });
    }
}
