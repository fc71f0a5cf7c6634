package org.histogrid.project.ui;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.histogrid.base.BadInput;
import org.histogrid.dataset.DatasetDetails;
import org.histogrid.dataset.DatasetId;
import org.histogrid.dataset.DatasetService;
import org.histogrid.dataset.LabelingId;
import org.histogrid.histogram.ComputedGrid;
import org.histogrid.histogram.SettingsQuery;
import org.histogrid.project.ProjectContent;
import org.histogrid.project.ProjectRow;
import org.histogrid.project.ProjectService;
import org.histogrid.sharing.CurrentViewer;

/// A project on the screen: its draft, how it is looked at, and the grid of both. A step whose grid cannot be computed
/// changes nothing.
final class OpenProject {

    private final ProjectService projects;
    private final DatasetService datasets;
    private final CurrentViewer viewer;
    private Draft draft;
    private ProjectLook look = ProjectLook.PLAIN;
    private ComputedGrid grid;

    OpenProject(ProjectService projects, DatasetService datasets, CurrentViewer viewer, Draft draft) {
        this.projects = projects;
        this.datasets = datasets;
        this.viewer = viewer;
        this.draft = draft;
        this.grid = projects.grid(viewer.get(), draft.saved().id());
    }

    Draft draft() {
        return draft;
    }

    ProjectLook look() {
        return look;
    }

    ComputedGrid grid() {
        return grid;
    }

    /// Shows what an address says.
    ///
    /// @throws BadInput when it names settings there are none of; the rest of it is shown then
    void follow(Map<String, List<String>> query, Optional<ProjectLook.Place> panel) {
        become(draft, ProjectLook.read(query, panel));
        var content = draft.content();
        var settings = SettingsQuery.read(first(query), content.settings());
        become(draft.linked(content.withSettings(settings)), look);
    }

    private static Map<String, String> first(Map<String, List<String>> query) {
        return query.entrySet().stream()
                .filter(one -> !one.getValue().isEmpty())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, one -> one.getValue().getFirst()));
    }

    /// The parameters of an address that shows this.
    Map<String, List<String>> toQuery() {
        var query = new LinkedHashMap<String, List<String>>();
        SettingsQuery.write(draft.content().settings(), draft.saved().content().settings())
                .forEach((name, value) -> query.put(name, List.of(value)));
        query.putAll(look.toQuery());
        return query;
    }

    void become(Draft next) {
        become(next, look);
    }

    void become(ProjectLook next) {
        become(draft, next);
    }

    /// @throws BadInput when the grid of both cannot be computed
    void become(Draft nextDraft, ProjectLook nextLook) {
        var isSameGrid = nextDraft.content().toGrid().equals(draft.content().toGrid())
                && nextLook.thresholds().equals(look.thresholds());
        if (!isSameGrid) {
            grid = projects.preview(
                    viewer.get(), nextDraft.saved().id(), nextDraft.content(), cuts(nextDraft, nextLook));
        }
        draft = nextDraft;
        look = nextLook;
    }

    /// The labelings on scores in the rows, by name, where the viewer may see their datasets.
    Map<String, List<ScoreRow>> scores() {
        var known = details(draft);
        return draft.content().rows().stream()
                .flatMap(row -> ScoreRow.of(row, known).stream())
                .distinct()
                .collect(Collectors.groupingBy(row -> row.labeling().name(), LinkedHashMap::new, Collectors.toList()));
    }

    private Map<LabelingId, Double> cuts(Draft of, ProjectLook at) {
        var cuts = new HashMap<LabelingId, Double>();
        if (at.thresholds().isEmpty()) {
            return cuts;
        }
        var known = details(of);
        for (var row : of.content().rows()) {
            ScoreRow.of(row, known)
                    .ifPresent(score -> Optional.ofNullable(
                                    at.thresholds().get(score.labeling().name()))
                            .ifPresent(cut -> cuts.put(score.labeling().id(), cut)));
        }
        return cuts;
    }

    private Map<DatasetId, DatasetDetails> details(Draft of) {
        return datasets.findAll(
                viewer.get(),
                of.content().rows().stream().map(ProjectRow::dataset).distinct().toList());
    }

    /// After something outside of the draft changed: who sees the project, or what was noted.
    void refreshFacts() {
        draft = draft.about(projects.find(viewer.get(), draft.saved().id()));
    }

    ProjectContent content() {
        return draft.content();
    }
}
