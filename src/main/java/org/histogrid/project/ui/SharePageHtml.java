package org.histogrid.project.ui;

import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.Optional;
import java.util.stream.Collectors;
import org.histogrid.base.NotFound;
import org.histogrid.base.Numbers;
import org.histogrid.project.ProjectContent;
import org.histogrid.project.ProjectRow;
import org.histogrid.project.ProjectService;
import org.histogrid.sharing.ShareLinks;
import org.jsoup.nodes.Element;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// The first answer to a share link, before its page is drawn: kept out of search engines, and 404 where the link opens
/// nothing, whatever it once was.
@SpringComponent
class SharePageHtml implements VaadinServiceInitListener {

    static final String NOT_VALID = "This link is not valid any more";

    private static final String PREFIX = "/" + ShareLinks.PATH;

    /// 1,200 pixels wide, which is what previews are made of.
    private static final String PICTURE = "/figure.png?width=12.5&unit=inch&dpi=96&fontSize=12&title=true";

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
        var head = page.getDocument().head();
        meta(head, "name", "robots", "noindex");
        var secret = path.substring(PREFIX.length());
        find(secret)
                .ifPresentOrElse(
                        content -> describe(
                                head,
                                content,
                                ServletUriComponentsBuilder.fromCurrentContextPath()
                                        .path("/" + ShareLinks.PATH + secret)
                                        .toUriString()),
                        () -> page.getVaadinResponse().setStatus(HttpStatusCode.NOT_FOUND.getCode()));
    }

    private Optional<ProjectContent> find(String secret) {
        try {
            var opened = projects.open(secret);
            return Optional.of(projects.find(opened.viewer(), opened.project()).content());
        } catch (NotFound e) {
            return Optional.empty();
        }
    }

    /// What programs that show links in conversations look for.
    private static void describe(Element head, ProjectContent content, String address) {
        var models = content.rows().stream()
                .map(ProjectRow::label)
                .filter(label -> !label.isBlank())
                .distinct()
                .collect(Collectors.joining(", "));
        var panels =
                content.rows().stream().mapToInt(row -> row.neurons().size()).sum();
        meta(head, "property", "og:type", "website");
        meta(head, "property", "og:site_name", "Histogrid");
        meta(head, "property", "og:title", content.name());
        meta(
                head,
                "property",
                "og:description",
                "%s of neurons: %s".formatted(Numbers.count(panels, "histogram"), models));
        meta(head, "property", "og:url", address);
        if (panels > 0) {
            meta(head, "property", "og:image", address + PICTURE);
            meta(head, "property", "og:image:type", "image/png");
            meta(head, "name", "twitter:card", "summary_large_image");
        }
    }

    private static void meta(Element head, String kind, String name, String text) {
        head.appendElement("meta").attr(kind, name).attr("content", text);
    }
}
