package org.histogrid.project.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Optional;
import java.util.Set;
import org.histogrid.base.NotFound;
import org.histogrid.base.ui.EmptyState;
import org.histogrid.figure.FigureFormat;
import org.histogrid.histogram.ComputedGrid;
import org.histogrid.project.ProjectDetails;
import org.histogrid.project.ProjectService;
import org.histogrid.project.ProjectService.Opened;
import org.histogrid.sharing.ShareLinks;
import org.histogrid.stats.Statistic;

/// The saved grid of a project for whoever has a link, and nothing else of the application. The link is asked again for
/// each look, so that a revoked one shows nothing from then on.
@Route(value = "s", autoLayout = false)
@AnonymousAllowed
class SharePage extends Composite<Main> implements HasUrlParameter<String>, HasDynamicTitle, GridActions {

    private final ProjectService projects;
    private final Div body = new Div();
    private String secret = "";
    private String title = SharePageHtml.NOT_VALID;

    SharePage(ProjectService projects) {
        this.projects = projects;
        var foot = new Footer(new Paragraph("made with Histogrid"));
        foot.addClassName("hg-made-with");
        getContent().addClassNames("hg-page", "hg-share-page");
        getContent().add(body, foot);
    }

    @Override
    public void setParameter(BeforeEvent event, String parameter) {
        secret = parameter;
        look(Optional.empty());
    }

    @Override
    public String getPageTitle() {
        return title + " - Histogrid";
    }

    @Override
    public void show(Statistic stat) {
        look(Optional.of(stat));
    }

    @Override
    public void looked(Set<String> hidden) {
        try {
            projects.open(secret);
        } catch (NotFound e) {
            showNotValid();
        }
    }

    private void look(Optional<Statistic> stat) {
        body.removeAll();
        try {
            var opened = projects.open(secret);
            show(projects.find(opened.viewer(), opened.project()), grid(opened, stat));
        } catch (NotFound e) {
            showNotValid();
        }
    }

    private void showNotValid() {
        title = SharePageHtml.NOT_VALID;
        body.removeAll();
        body.add(new EmptyState(title, "Ask the person who sent it to you for a new one."));
    }

    private ComputedGrid grid(Opened opened, Optional<Statistic> stat) {
        var settings =
                projects.find(opened.viewer(), opened.project()).content().settings();
        return projects.grid(
                opened.viewer(), opened.project(), stat.map(settings::withStat).orElse(settings));
    }

    private void show(ProjectDetails project, ComputedGrid computed) {
        var content = project.content();
        title = content.name();
        body.add(new H1(title));
        if (!content.description().isEmpty()) {
            var description = new Paragraph(content.description());
            description.addClassName("hg-description");
            body.add(description);
        }
        if (content.rows().isEmpty()) {
            body.add(new EmptyState("No rows yet", "There is nothing to show in this project."));
            return;
        }
        var grid = new GridPanel(this);
        grid.show(
                GridPicture.plain(
                        computed, content.rows().stream().map(RowHead::of).toList()),
                false);
        body.add(grid, downloads());
    }

    private Nav downloads() {
        var files = new Nav(new Span("Download figure"));
        files.addClassName("hg-downloads");
        files.getElement().setAttribute("aria-label", "Download figure");
        for (var format : FigureFormat.values()) {
            var link = new Anchor(ShareLinks.PATH + secret + "/figure." + format.extension(), FigureWords.name(format));
            link.getElement().setAttribute("download", true);
            link.getElement().setAttribute("title", FigureWords.explain(format));
            // A file, not a page of this application
            link.setRouterIgnore(true);
            files.add(link);
        }
        return files;
    }
}
