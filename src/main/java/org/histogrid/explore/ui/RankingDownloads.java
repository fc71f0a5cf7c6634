package org.histogrid.explore.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.io.IOException;
import java.io.OutputStream;
import org.histogrid.screening.RankingExport;
import org.histogrid.screening.RankingQuery;
import org.histogrid.sharing.CurrentViewer;
import org.histogrid.sharing.Viewer;

/// The whole ranking as files, with the columns and filters of the list.
@SpringComponent
class RankingDownloads {

    private final RankingExport export;
    private final CurrentViewer viewer;

    RankingDownloads(RankingExport export, CurrentViewer viewer) {
        this.export = export;
        this.viewer = viewer;
    }

    private interface Writing {
        void write(Viewer viewer, RankingQuery query, OutputStream out) throws IOException;
    }

    Component[] links(ExplorePage page) {
        var query = page.ranking();
        return new Component[] {
            link("Download CSV", file("ranking.csv", "text/csv;charset=utf-8", query, export::csv)),
            link("Download Parquet", file("ranking.parquet", "application/vnd.apache.parquet", query, export::parquet))
        };
    }

    private static Anchor link(String text, DownloadHandler file) {
        var link = new Anchor(file, text);
        link.getElement().setAttribute("title", "The whole ranking, with these columns and filters");
        return link;
    }

    private DownloadHandler file(String name, String type, RankingQuery query, Writing writing) {
        // Downloads run beside the page
        var who = viewer.get();
        return event -> {
            event.setFileName(name);
            event.setContentType(type);
            writing.write(who, query, event.getOutputStream());
        };
    }
}
