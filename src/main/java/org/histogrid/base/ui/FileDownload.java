package org.histogrid.base.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import com.vaadin.flow.server.streams.InputStreamDownloadHandler;
import java.io.ByteArrayInputStream;

/// A file that is sent to the browser.
///
/// @param mediaType with its character set
@SuppressWarnings("ArrayRecordComponent")
public record FileDownload(String name, String mediaType, byte[] bytes) {

    /// A link to it.
    public Anchor link(String words) {
        return link(words, handler());
    }

    /// Sends it where nobody clicked on a link, such as from a menu.
    public void start() {
        var handler = handler();
        var link = link("", handler);
        link.getElement().setAttribute("hidden", true);
        handler.whenComplete(_ -> link.removeFromParent());
        UI.getCurrent().add(link);
        link.getElement().callJsFunction("click");
    }

    private Anchor link(String words, DownloadHandler handler) {
        var link = new Anchor(handler, AttachmentType.DOWNLOAD, words);
        link.getElement().setAttribute("download", name);
        return link;
    }

    private InputStreamDownloadHandler handler() {
        return DownloadHandler.fromInputStream(
                _ -> new DownloadResponse(new ByteArrayInputStream(bytes), name, mediaType, bytes.length));
    }
}
