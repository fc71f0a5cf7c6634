package org.histogrid.project.ui;

import com.vaadin.flow.component.UI;
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
}
