package org.histogrid.project.ui;

import com.vaadin.flow.spring.annotation.SpringComponent;
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
import org.histogrid.project.ProjectId;
import org.histogrid.project.ProjectRow;
import org.histogrid.project.ProjectService;
import org.histogrid.project.ShownProject;
import org.histogrid.sharing.CurrentViewer;

/// A project on the screen: its draft, how it is looked at, and the grid of both, which is computed when it is first
/// asked for or changed. A step whose grid cannot be computed changes nothing.
final class OpenProject {

    /// Opens projects with the services of the application.
    @SpringComponent
    static class Factory {

        private final ProjectService projects;
        private final DatasetService datasets;
        private final CurrentViewer viewer;

        Factory(ProjectService projects, DatasetService datasets, CurrentViewer viewer) {
            this.projects = projects;
            this.datasets = datasets;
            this.viewer = viewer;
        }

        /// As it is stored.
        OpenProject open(ProjectId id) {
            return new OpenProject(this, Draft.of(projects.find(viewer.get(), id)));
        }
    }

    /// What was found about the datasets of these rows.
    private record Known(List<ProjectRow> rows, Map<DatasetId, DatasetDetails> datasets) {
        static final Known NOTHING = new Known(List.of(), Map.of());
    }

    private final Factory services;
    private Draft draft;
    private ProjectLook look = ProjectLook.PLAIN;
    private Optional<ShownProject> shown = Optional.empty();
    private Known known = Known.NOTHING;

    private OpenProject(Factory services, Draft draft) {
        this.services = services;
        this.draft = draft;
    }

    Draft draft() {
        return draft;
    }

    ProjectLook look() {
        return look;
    }

    ComputedGrid grid() {
        return shown().grid();
    }

    /// What the screen shows, for whoever makes something else of it.
    ShownProject shown() {
        if (shown.isEmpty()) {
            shown = Optional.of(compute(draft, look));
        }
        return shown.get();
    }

    /// Shows what an address says.
    ///
    /// @throws BadInput when it names settings there are none of, or what cannot be computed; the rest of it
    ///     is shown then
    void follow(Map<String, List<String>> query, Optional<ProjectLook.Place> panel) {
        var next = ProjectLook.read(query, panel);
        try {
            var content = draft.content();
            var settings = SettingsQuery.read(first(query), content.settings());
            become(draft.linked(content.withSettings(settings)), next);
        } catch (BadInput e) {
            followLook(next);
            throw e;
        }
    }

    private void followLook(ProjectLook next) {
        try {
            become(next);
        } catch (BadInput e) {
            become(next.asStored());
        }
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
        shown = Optional.of(next(nextDraft, nextLook));
        draft = nextDraft;
        look = nextLook;
    }

    private ShownProject next(Draft nextDraft, ProjectLook nextLook) {
        return shown.filter(now ->
                        nextDraft.content().toGrid().equals(draft.content().toGrid())
                                && nextLook.thresholds().equals(look.thresholds()))
                .map(now -> new ShownProject(nextDraft.content(), now.thresholds(), now.grid()))
                .orElseGet(() -> compute(nextDraft, nextLook));
    }

    private ShownProject compute(Draft of, ProjectLook at) {
        var content = of.content();
        var cuts = cuts(content, at);
        return new ShownProject(
                content,
                cuts,
                services.projects.preview(services.viewer.get(), of.saved().id(), content, cuts));
    }

    /// The labelings on scores in the rows, by name, where the viewer may see their datasets.
    Map<String, List<ScoreRow>> scores() {
        var rows = draft.content().rows();
        var found = details(rows);
        return rows.stream()
                .flatMap(row -> ScoreRow.of(row, found).stream())
                .distinct()
                .collect(Collectors.groupingBy(row -> row.labeling().name(), LinkedHashMap::new, Collectors.toList()));
    }

    /// The dataset of a row, where the viewer may see it.
    Optional<DatasetDetails> dataset(ProjectRow row) {
        return Optional.ofNullable(details(draft.content().rows()).get(row.dataset()));
    }

    private Map<LabelingId, Double> cuts(ProjectContent content, ProjectLook at) {
        var cuts = new HashMap<LabelingId, Double>();
        if (at.thresholds().isEmpty()) {
            return cuts;
        }
        var found = details(content.rows());
        for (var row : content.rows()) {
            ScoreRow.of(row, found)
                    .ifPresent(score -> Optional.ofNullable(
                                    at.thresholds().get(score.labeling().name()))
                            .ifPresent(cut -> cuts.put(score.labeling().id(), cut)));
        }
        return cuts;
    }

    /// Asked once for the same rows: a slider moves many times over them.
    private Map<DatasetId, DatasetDetails> details(List<ProjectRow> rows) {
        if (!known.rows().equals(rows)) {
            var wanted = rows.stream().map(ProjectRow::dataset).distinct().toList();
            known = new Known(rows, services.datasets.findAll(services.viewer.get(), wanted));
        }
        return known.datasets();
    }

    /// After something outside of the draft changed: who sees the project, or what was noted.
    void refreshFacts() {
        draft = draft.about(
                services.projects.find(services.viewer.get(), draft.saved().id()));
        known = Known.NOTHING;
    }
}
