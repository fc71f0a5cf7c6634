package org.histogrid.project;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.histogrid.sharing.Sharing;
import org.histogrid.sharing.Visibility;

/// A project in a list; `labels` are those of its rows.
public record ProjectItem(
        ProjectId id,
        String name,
        String description,
        List<String> labels,
        int panels,
        Visibility visibility,
        boolean mine,
        boolean mayEdit,
        Instant changedAt,
        String changedBy)
        implements Serializable {

    public ProjectItem {
        labels = List.copyOf(labels);
    }

    static ProjectItem of(Project project, Sharing sharing) {
        var content = project.content();
        return new ProjectItem(
                project.id(),
                content.name(),
                content.description(),
                content.rows().stream().map(ProjectRow::label).toList(),
                content.rows().stream().mapToInt(row -> row.neurons().size()).sum(),
                sharing.visibility(),
                sharing.mine(),
                sharing.mayEdit(),
                project.changedAt(),
                project.changedBy());
    }
}
