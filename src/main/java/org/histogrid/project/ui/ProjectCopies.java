package org.histogrid.project.ui;

import org.histogrid.project.ProjectContent;

/// Copies of what is on the screen.
final class ProjectCopies {

    private ProjectCopies() {}

    static ProjectContent of(ProjectContent content) {
        var name = "Copy of " + content.name();
        return content.named(
                name.substring(0, Math.min(name.length(), ProjectContent.NAME_MAX_LENGTH)), content.description());
    }
}
