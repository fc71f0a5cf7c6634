package org.histogrid.project;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.histogrid.dataset.DatasetId;
import org.histogrid.dataset.DatasetUsage;
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
        var users = projects.findUsers(dataset.value());
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
