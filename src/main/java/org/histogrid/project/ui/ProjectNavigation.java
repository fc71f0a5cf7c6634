package org.histogrid.project.ui;

import com.vaadin.flow.component.UI;
import java.util.UUID;
import org.histogrid.base.NotFound;
import org.histogrid.project.ProjectId;

/// The way to the screens of projects.
public final class ProjectNavigation {

    private ProjectNavigation() {}

    /// The list of projects.
    public static void list() {
        UI.getCurrent().navigate(ProjectListView.class);
    }

    /// The page of one project.
    public static void open(ProjectId project) {
        UI.getCurrent().navigate(ProjectView.class, project.toString());
    }

    /// The address of a project, relative to the application.
    public static String path(ProjectId project) {
        return "projects/" + project;
    }

    /// @throws NotFound when the address names no project
    static ProjectId parse(String parameter) {
        try {
            return new ProjectId(UUID.fromString(parameter));
        } catch (IllegalArgumentException e) {
            throw new NotFound("This project");
        }
    }
}
