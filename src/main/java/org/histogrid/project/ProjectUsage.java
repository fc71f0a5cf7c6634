package org.histogrid.project;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.histogrid.dataset.DatasetId;
import org.histogrid.dataset.DatasetUsage;
import org.histogrid.dataset.LabelingId;
import org.histogrid.sharing.Access;
import org.histogrid.sharing.Thing;
import org.histogrid.sharing.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Tells the datasets which projects show them.
@Component
@Transactional(readOnly = true)
class ProjectUsage implements DatasetUsage {

    private final Projects projects;
    private final Access access;

    ProjectUsage(Projects projects, Access access) {
        this.projects = projects;
        this.access = access;
    }

    @Override
    public Usage of(Viewer viewer, DatasetId dataset) {
        return usage(viewer, projects.findUsers(dataset.value()));
    }

    @Override
    public Usage of(Viewer viewer, DatasetId dataset, LabelingId labeling) {
        return usage(viewer, projects.findUsers(dataset.value(), labeling.value()));
    }

    private Usage usage(Viewer viewer, List<Projects.UserRow> users) {
        var visible = access.visible(
                viewer, users.stream().map(user -> Thing.project(user.id())).toList());
        return new Usage(
                users.stream()
                        .filter(user -> visible.containsKey(user.id()))
                        .map(user -> new User(user.name(), "projects/" + user.id()))
                        .toList(),
                users.size() - visible.size());
    }

    @Override
    public Map<DatasetId, Integer> count(Collection<DatasetId> datasets) {
        return projects.countUsers(datasets.stream().map(DatasetId::value).toList()).stream()
                .collect(Collectors.toMap(row -> new DatasetId(row.dataset()), row -> (int) row.projects()));
    }
}
