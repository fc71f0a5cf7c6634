package org.histogrid.dataset;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.histogrid.base.BadInput;
import org.histogrid.base.Conflict;
import org.histogrid.base.NotFound;
import org.histogrid.sharing.Access;
import org.histogrid.sharing.Viewer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Labelings of datasets that are ready. A labeling belongs to one dataset and is found under no other.
@Service
@Transactional
public class LabelingService {

    public static final int NAME_MAX_LENGTH = 200;

    private final DatasetService datasets;
    private final LabelingRows labelings;
    private final Samples samples;
    private final ScoreColumns scores;
    private final Access access;
    private final ObjectProvider<DatasetUsage> usage;
    private final ApplicationEventPublisher events;
    private final LabelingWriter writer;

    LabelingService(
            DatasetService datasets,
            LabelingRows labelings,
            Samples samples,
            ScoreColumns scores,
            Access access,
            ObjectProvider<DatasetUsage> usage,
            ApplicationEventPublisher events,
            LabelingWriter writer) {
        this.datasets = datasets;
        this.labelings = labelings;
        this.samples = samples;
        this.scores = scores;
        this.access = access;
        this.usage = usage;
        this.events = events;
        this.writer = writer;
    }

    public Labeling add(Viewer viewer, DatasetId id, String name, LabelingRule rule) {
        access.requireEdit(viewer, id.asThing());
        var details = datasets.find(viewer, id);
        requireColumn(details, rule.column());
        return writer.write(details, name, rule, samples.column(id.value(), rule.column()));
    }

    /// Further labelings, one for each of these, which are on scores and are parted at another threshold. All of
    /// them are made, or none.
    ///
    /// @throws BadInput when one of them is on no score
    public Map<LabelingRef, Labeling> part(
            Viewer viewer, Collection<LabelingRef> wanted, String name, double threshold) {
        var parted = new LinkedHashMap<LabelingRef, Labeling>();
        for (var ref : wanted) {
            var stored = requireLabeling(viewer, ref.dataset(), ref.labeling());
            if (!stored.isOnScore()) {
                throw new BadInput(
                                "The labeling %s is not on a score, so no threshold parts it.".formatted(stored.name()))
                        .forField("threshold");
            }
            parted.put(ref, add(viewer, ref.dataset(), name, stored.rule().at(Optional.of(threshold))));
        }
        return parted;
    }

    /// Names and colours. Which sample is in which class stays as it is.
    public Labeling change(Viewer viewer, DatasetId id, LabelingId labeling, LabelingLook look) {
        access.requireEdit(viewer, id.asThing());
        var details = datasets.find(viewer, id);
        var row = labelings
                .findForUpdateByKey(new LabelingRow.Key(id.value(), labeling.value()))
                .orElseThrow(() -> new NotFound("This labeling"));
        row.becomes(checked(look, row.classes().size()));
        try {
            labelings.flush();
        } catch (DataIntegrityViolationException e) {
            throw LabelingWriter.taken(details, look.name().strip());
        }
        events.publishEvent(new DatasetChanged(id));
        return row.toLabeling();
    }

    private static LabelingLook checked(LabelingLook look, int classes) {
        if (look.classes().size() != classes) {
            throw new BadInput("This labeling has %d classes, not %d."
                            .formatted(classes, look.classes().size()))
                    .forField("classes");
        }
        var plain = look.classes().stream()
                .map(one -> new LabelingLook.ClassLook(
                        LabelingWriter.plainName(one.name(), "The name of a class", "classes"), one.colour()))
                .toList();
        for (var i = 0; i < classes; i++) {
            var one = plain.get(i);
            if (one.colour() < 1 || one.colour() > LabelClass.COLOURS) {
                throw new BadInput("A colour is a number from 1 to %d.".formatted(LabelClass.COLOURS))
                        .forField("classes");
            }
            for (var other : plain.subList(0, i)) {
                if (other.name().equals(one.name())) {
                    throw new BadInput("Two classes are called %s.".formatted(one.name())).forField("classes");
                }
                if (other.colour() == one.colour() && classes <= LabelClass.COLOURS) {
                    throw new BadInput("%s and %s have the same colour.".formatted(other.name(), one.name()))
                            .forField("classes");
                }
            }
        }
        return new LabelingLook(LabelingWriter.plainName(look.name(), "A name", "name"), plain);
    }

    /// Who shows this labeling.
    @Transactional(readOnly = true)
    public List<DatasetUsage.Usage> usage(Viewer viewer, DatasetId id, LabelingId labeling) {
        requireLabeling(viewer, id, labeling);
        return usage.stream().map(asked -> asked.of(viewer, id, labeling)).toList();
    }

    /// Refused while something uses it, unless forced; what used it then says that the labeling is gone.
    public void delete(Viewer viewer, DatasetId id, LabelingId labeling, boolean force) {
        access.requireEdit(viewer, id.asThing());
        var found = requireLabeling(viewer, id, labeling);
        var users = usage(viewer, id, labeling);
        var total = users.stream().mapToInt(DatasetUsage.Usage::total).sum();
        if (total > 0 && !force) {
            throw new Conflict(
                    "The labeling %s is used in %d %s."
                            .formatted(found.name(), total, total == 1 ? "project" : "projects"),
                    users.stream()
                            .flatMap(one -> one.visible().stream())
                            .map(DatasetUsage.User::name)
                            .toList());
        }
        labelings.deleteByKey(new LabelingRow.Key(id.value(), labeling.value()));
        events.publishEvent(new DatasetChanged(id));
    }

    /// The numbers of a column, read and sorted once: whoever moves a threshold asks the answer, not the
    /// database.
    ///
    /// @throws BadInput if a cell of it is no number, naming its row
    @Transactional(readOnly = true)
    public ScoreColumn scoreColumn(Viewer viewer, DatasetId id, String column) {
        access.requireSee(viewer, id.asThing());
        requireColumn(datasets.find(viewer, id), column);
        return scores.of(id, column);
    }

    private Labeling requireLabeling(Viewer viewer, DatasetId id, LabelingId labeling) {
        return datasets.find(viewer, id).requireLabeling(labeling);
    }

    private static void requireColumn(DatasetDetails details, String column) {
        if (details.columns().stream().noneMatch(known -> known.name().equals(column))) {
            throw new BadInput("%s has no column %s.".formatted(details.name(), column))
                    .forField("column")
                    .withChoices(
                            details.columns().stream().map(SampleColumn::name).toList());
        }
    }
}
