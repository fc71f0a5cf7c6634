package org.histogrid.project;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.histogrid.base.BadInput;
import org.histogrid.base.NotFound;
import org.histogrid.base.Stale;
import org.histogrid.dataset.DatasetService;
import org.histogrid.dataset.LabelingId;
import org.histogrid.histogram.ComputedGrid;
import org.histogrid.histogram.GridSpec;
import org.histogrid.histogram.HistogramService;
import org.histogrid.histogram.HistogramSettings;
import org.histogrid.sharing.Access;
import org.histogrid.sharing.LinkInfo;
import org.histogrid.sharing.NewLink;
import org.histogrid.sharing.ShareLinks;
import org.histogrid.sharing.Thing;
import org.histogrid.sharing.Viewer;
import org.histogrid.sharing.Visibility;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// Saved comparisons: lists, edits with optimistic locking, their grids and their links.
@Service
public class ProjectService {

    private final Projects projects;
    private final DatasetService datasets;
    private final HistogramService histograms;
    private final Access access;
    private final ShareLinks links;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ProjectService(
            Projects projects,
            DatasetService datasets,
            HistogramService histograms,
            Access access,
            ShareLinks links,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.projects = projects;
        this.datasets = datasets;
        this.histograms = histograms;
        this.access = access;
        this.links = links;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /// Last changed first; `text` is looked for in names and descriptions.
    @Transactional(readOnly = true)
    public List<ProjectItem> search(Viewer viewer, String text) {
        var visible = access.visible(viewer, Thing.Kind.PROJECT);
        var pattern = "%" + text.strip().toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%";
        return projects.search(visible.keySet(), pattern).stream()
                .flatMap(project -> Optional.ofNullable(visible.get(project.id().value()))
                        .map(sharing -> ProjectItem.of(project, sharing))
                        .stream())
                .toList();
    }

    @Transactional(readOnly = true)
    public ProjectDetails find(Viewer viewer, ProjectId id) {
        var sharing = access.requireSee(viewer, id.asThing());
        return stored(id).toDetails(sharing);
    }

    @Transactional
    public ProjectDetails create(Viewer viewer, ProjectContent content) {
        check(viewer, content, Set.of());
        var member = viewer.member();
        var project = projects.saveAndFlush(new Project(content, member.name(), clock.instant()));
        access.register(member, project.id().asThing(), Visibility.PRIVATE);
        return project.toDetails(access.requireSee(viewer, project.id().asThing()));
    }

    /// Saves over the version named, and over no other.
    ///
    /// @throws Stale with who saved when, if another version was saved in the meantime
    public ProjectDetails save(Viewer viewer, ProjectId id, int version, ProjectContent content) {
        try {
            return Objects.requireNonNull(transaction.execute(status -> saveChecked(viewer, id, version, content)));
        } catch (OptimisticLockingFailureException e) {
            var newer = find(viewer, id);
            throw new Stale(newer.changedBy(), newer.changedAt());
        }
    }

    private ProjectDetails saveChecked(Viewer viewer, ProjectId id, int version, ProjectContent content) {
        var sharing = access.requireEdit(viewer, id.asThing());
        var project = stored(id);
        if (project.version() != version) {
            throw new Stale(project.changedBy(), project.changedAt());
        }
        check(viewer, content, new HashSet<>(project.content().rows()));
        project.become(content, viewer.member().name(), clock.instant());
        return projects.saveAndFlush(project).toDetails(sharing);
    }

    /// A copy of one's own, private until shared.
    @Transactional
    public ProjectDetails copy(Viewer viewer, ProjectId id) {
        var original = find(viewer, id).content();
        var name = "Copy of " + original.name();
        var copy = original.named(
                name.substring(0, Math.min(name.length(), ProjectContent.NAME_MAX_LENGTH)), original.description());
        var member = viewer.member();
        var project = projects.saveAndFlush(new Project(copy, member.name(), clock.instant()));
        access.register(member, project.id().asThing(), Visibility.PRIVATE);
        return project.toDetails(access.requireSee(viewer, project.id().asThing()));
    }

    @Transactional
    public void delete(Viewer viewer, ProjectId id) {
        access.forget(viewer, id.asThing());
        projects.delete(stored(id));
    }

    @Transactional
    public void changeVisibility(Viewer viewer, ProjectId id, Visibility visibility) {
        access.changeVisibility(viewer, id.asThing(), visibility);
    }

    /// The grid as saved. Who may see the project sees its panels.
    @Transactional(readOnly = true)
    public ComputedGrid grid(Viewer viewer, ProjectId id) {
        var content = find(viewer, id).content();
        return histograms.compute(readerOf(content), content.toGrid());
    }

    /// The rows as saved, drawn with other settings.
    @Transactional(readOnly = true)
    public ComputedGrid grid(Viewer viewer, ProjectId id, HistogramSettings settings) {
        var content = find(viewer, id).content();
        return histograms.compute(
                readerOf(content), content.withSettings(settings).toGrid());
    }

    /// The grid of an edit of a project. Rows as they were saved are seen through the project,
    /// changed and new ones only in datasets the viewer may see; a dataset that has both kinds must be visible.
    public ComputedGrid preview(Viewer viewer, ProjectId id, ProjectContent edited) {
        return preview(viewer, id, edited, Map.of());
    }

    /// The same with labelings on scores parted elsewhere. Rows that this changes are new ones.
    public ComputedGrid preview(
            Viewer viewer, ProjectId id, ProjectContent edited, Map<LabelingId, Double> thresholds) {
        var wanted = edited.toGrid(thresholds);
        return histograms.compute(reader(viewer, id, wanted), wanted);
    }

    /// Who reads the numbers of an edit of a project for a viewer.
    Viewer reader(Viewer viewer, ProjectId id, ProjectContent edited, Map<LabelingId, Double> thresholds) {
        return reader(viewer, id, edited.toGrid(thresholds));
    }

    private Viewer reader(Viewer viewer, ProjectId id, GridSpec wanted) {
        var saved = new HashSet<>(find(viewer, id).content().toGrid().rows());
        var changed = wanted.rows().stream()
                .filter(row -> !saved.contains(row))
                .map(row -> row.dataset().asThing())
                .distinct()
                .toList();
        var visible = access.visible(viewer, changed).keySet();
        return new Viewer.Reader(wanted.rows().stream()
                .map(row -> row.dataset().asThing())
                .filter(thing -> !changed.contains(thing) || visible.contains(thing.id()))
                .collect(Collectors.toSet()));
    }

    /// The grid of a project that is not saved at all, from datasets the viewer may see.
    public ComputedGrid preview(Viewer viewer, ProjectContent content) {
        return histograms.compute(viewer, content.toGrid());
    }

    @Transactional
    public NewLink createLink(Viewer viewer, ProjectId id, Optional<Instant> expiresAt) {
        return links.create(viewer, id.asThing(), expiresAt);
    }

    @Transactional(readOnly = true)
    public List<LinkInfo> links(Viewer viewer, ProjectId id) {
        return links.list(viewer, id.asThing());
    }

    @Transactional
    public void revokeLink(Viewer viewer, ProjectId id, UUID link) {
        links.revoke(viewer, id.asThing(), link);
    }

    /// What a share link opens: a viewer who sees that project and nothing else.
    public record Opened(Viewer viewer, ProjectId project) {}

    @Transactional(readOnly = true)
    public Opened open(String secret) {
        return links.open(secret)
                .filter(thing -> thing.kind() == Thing.Kind.PROJECT)
                .map(thing -> new Opened(new Viewer.Reader(Set.of(thing)), new ProjectId(thing.id())))
                .orElseThrow(() -> new NotFound("This link"));
    }

    /// Rows as they were saved stay, whatever became of their dataset; new and changed ones must hold.
    private void check(Viewer viewer, ProjectContent content, Set<ProjectRow> before) {
        if (content.name().isEmpty() || content.name().length() > ProjectContent.NAME_MAX_LENGTH) {
            throw new BadInput("A project has a name of 1 to %d characters.".formatted(ProjectContent.NAME_MAX_LENGTH))
                    .forField("name");
        }
        if (content.description().length() > ProjectContent.DESCRIPTION_MAX_LENGTH) {
            throw new BadInput(
                            "A description has at most %d characters.".formatted(ProjectContent.DESCRIPTION_MAX_LENGTH))
                    .forField("description");
        }
        content.toGrid();
        var changed =
                content.rows().stream().filter(row -> !before.contains(row)).toList();
        var known = datasets.findAll(
                viewer, changed.stream().map(ProjectRow::dataset).distinct().toList());
        for (var row : changed) {
            var dataset = Optional.ofNullable(known.get(row.dataset()))
                    .orElseThrow(() -> new BadInput("The dataset %s was not found.".formatted(row.dataset()))
                            .forField("rows.dataset"));
            if (dataset.labeling(row.labeling()).isEmpty()) {
                throw new BadInput("%s has no such labeling.".formatted(dataset.name())).forField("rows.labeling");
            }
            var point = dataset.hookPoint(row.hookPoint())
                    .orElseThrow(() -> new BadInput("%s has no such hook point.".formatted(dataset.name()))
                            .forField("rows.hookPoint"));
            if (row.label().length() > ProjectRow.LABEL_MAX_LENGTH) {
                throw new BadInput(
                                "The label of a row has at most %d characters.".formatted(ProjectRow.LABEL_MAX_LENGTH))
                        .forField("rows.label");
            }
            NeuronList.check(row.neurons(), point);
        }
    }

    private static Viewer readerOf(ProjectContent content) {
        return new Viewer.Reader(
                content.rows().stream().map(row -> row.dataset().asThing()).collect(Collectors.toSet()));
    }

    private Project stored(ProjectId id) {
        return projects.findWithRows(id.value()).orElseThrow(() -> new NotFound("This project"));
    }
}
