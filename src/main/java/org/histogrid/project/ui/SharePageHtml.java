package org.histogrid.project.ui;

import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import com.vaadin.flow.spring.annotation.SpringComponent;
import org.histogrid.base.NotFound;
import org.histogrid.project.ProjectService;
import org.histogrid.sharing.ShareLinks;

/// The first answer to a share link, before its page is drawn: kept out of search engines, and 404 where the link opens
/// nothing, whatever it once was.
@SpringComponent
class SharePageHtml implements VaadinServiceInitListener {

    static final String NOT_VALID = "This link is not valid any more";

    private static final String PREFIX = "/" + ShareLinks.PATH;

    private final ProjectService projects;

    SharePageHtml(ProjectService projects) {
        this.projects = projects;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(this::answer);
    }

    private void answer(IndexHtmlResponse page) {
        var path = page.getVaadinRequest().getPathInfo();
        if (path == null || !path.startsWith(PREFIX)) {
            return;
        }
        var robots = page.getDocument().head().appendElement("meta");
        robots.attr("name", "robots").attr("content", "noindex");
        if (!opens(path.substring(PREFIX.length()))) {
            page.getVaadinResponse().setStatus(HttpStatusCode.NOT_FOUND.getCode());
        }
    }

    private boolean opens(String secret) {
        try {
            projects.open(secret);
            return true;
        } catch (NotFound e) {
            return false;
        }
    }
}
