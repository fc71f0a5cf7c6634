package org.histogrid.explore.ui;

import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.histogrid.dataset.NeuronRef;
import org.histogrid.project.ProjectContent;
import org.histogrid.project.ProjectDetails;
import org.histogrid.project.ProjectItem;
import org.histogrid.project.ProjectService;
import org.histogrid.project.RowFill.Place;
import org.histogrid.screening.RankingService;
import org.histogrid.sharing.CurrentViewer;

/// Finds the projects that neurons of a ranking can go to, and puts them there.
@SpringComponent
class ProjectFiller {

    private final ProjectService projects;
    private final RankingService rankings;
    private final CurrentViewer viewer;
    private final Clock clock;

    ProjectFiller(ProjectService projects, RankingService rankings, CurrentViewer viewer, Clock clock) {
        this.projects = projects;
        this.rankings = rankings;
        this.viewer = viewer;
        this.clock = clock;
    }

    List<ProjectItem> own() {
        return projects.search(viewer.get(), "").stream()
                .filter(ProjectItem::mine)
                .toList();
    }

    ProjectDetails find(ProjectItem item) {
        return projects.find(viewer.get(), item.id());
    }

    /// The first neurons of the ranking.
    List<NeuronRef> top(ExplorePage page, int k) {
        return rankings.top(viewer.get(), page.ranking(List.of()), k);
    }

    /// @param project as it was when the place was chosen; empty for a new one
    /// @param name of the new one
    /// @throws org.histogrid.base.BadInput where a row or the name becomes too long
    /// @throws org.histogrid.base.Stale where somebody saved the project since
    ProjectDetails fill(Optional<ProjectDetails> project, String name, Placing placing, Place place) {
        var before = project.map(ProjectDetails::content).orElseGet(() -> ProjectContent.empty(name));
        var content = placing.into(before, place, LocalDate.now(clock));
        return project.map(known -> projects.save(viewer.get(), known.id(), known.version(), content))
                .orElseGet(() -> projects.create(viewer.get(), content));
    }
}
