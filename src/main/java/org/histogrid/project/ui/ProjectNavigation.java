package org.histogrid.project.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.RouteParameters;
import java.util.Optional;
import java.util.UUID;
import org.histogrid.base.NotFound;
import org.histogrid.project.ProjectId;

/// The way to the screens of projects.
public final class ProjectNavigation {

    private ProjectNavigation() {}

    static final String PROJECT = "projects/:project";
    static final String PANEL = PROJECT + "/panels/:panel";

    /// The list of projects.
    public static void list() {
        UI.getCurrent().navigate(ProjectListView.class);
    }

    /// The page of one project.
    public static void open(ProjectId project) {
        UI.getCurrent().navigate(ProjectView.class, parameters(project));
    }

    /// The address of a project, relative to the application.
    public static String path(ProjectId project) {
        return "projects/" + project;
    }

    static RouteParameters parameters(ProjectId project) {
        return new RouteParameters("project", project.toString());
    }

    /// @throws NotFound when the address names no project
    static ProjectId project(RouteParameters address) {
        try {
            return new ProjectId(UUID.fromString(address.get("project").orElse("")));
        } catch (IllegalArgumentException e) {
            throw new NotFound("This project");
        }
    }

    static boolean isOf(ProjectId project, RouteParameters address) {
        return address.get("project").filter(project.toString()::equals).isPresent();
    }

    static Optional<ProjectLook.Place> panel(RouteParameters address) {
        return address.get("panel").flatMap(ProjectLook.Place::parse);
    }
}
