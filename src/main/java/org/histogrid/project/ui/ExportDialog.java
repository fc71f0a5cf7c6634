package org.histogrid.project.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.histogrid.base.BadInput;
import org.histogrid.base.ui.Buttons;
import org.histogrid.base.ui.CopyButton;
import org.histogrid.figure.FigureFormat;
import org.histogrid.figure.FigureOptions;
import org.histogrid.project.ProjectFigures;
import org.histogrid.project.ProjectFigures.FigureFile;
import org.histogrid.sharing.CurrentViewer;

/// The grid on the screen as a figure: how it is to look, how it looks, and as which file it is wanted.
final class ExportDialog extends Dialog {

    @SpringComponent
    static class Factory {

        private final ProjectFigures figures;
        private final CurrentViewer viewer;

        Factory(ProjectFigures figures, CurrentViewer viewer) {
            this.figures = figures;
            this.viewer = viewer;
        }

        /// @param project what is drawn: its draft, seen as it is now
        ExportDialog create(OpenProject project) {
            return new ExportDialog(this, project);
        }
    }

    private final Factory services;
    private final OpenProject project;
    private final FigureFields fields;
    private final Div preview = new Div();
    private final Paragraph boxes = new Paragraph();
    private final Div files = new Div();
    private final Paragraph caption = new Paragraph();
    private final Div captionLine = new Div();

    private ExportDialog(Factory services, OpenProject project) {
        this.services = services;
        this.project = project;
        fields = new FigureFields(FigureOptions.DEFAULT.hiding(project.look().hidden()), this::show);
        setHeaderTitle("Export");
        addClassNames("hg-dialog", "hg-export");
        setWidth("72rem");
        preview.addClassName("hg-export-preview");
        files.addClassName("hg-export-files");
        caption.addClassName("hg-export-caption");
        captionLine.addClassName("hg-export-caption-line");
        boxes.addClassNames("hg-quiet", "hg-small");
        boxes.getElement().setAttribute("role", "status");
        var picture = new Div(preview, boxes, captionLine, files);
        picture.addClassName("hg-export-picture");
        var body = new Div(fields, picture);
        body.addClassName("hg-export-body");
        add(body);
        Button close = Buttons.plain("Close", this::close);
        getFooter().add(close);
        show(fields.options());
    }

    private FigureFile make(FigureFormat format, FigureOptions options) {
        var id = project.draft().saved().id();
        return services.figures.make(services.viewer.get(), id, project.shown(), format, options);
    }

    private void show(FigureOptions options) {
        preview.removeAll();
        boxes.setVisible(false);
        files.removeAll();
        try {
            var svg = make(FigureFormat.SVG, options);
            var image = new Image(handler(svg), "The figure as it will look");
            image.addClassName("hg-export-image");
            preview.add(image);
            tellBoxes(options);
            var text = new String(make(FigureFormat.TXT, options).bytes(), StandardCharsets.UTF_8);
            caption.setText(text);
            captionLine.removeAll();
            captionLine.add(caption, new CopyButton("caption", text));
            Arrays.stream(FigureFormat.values()).forEach(format -> files.add(link(format, options)));
        } catch (BadInput e) {
            var problem = new Paragraph(e.getMessage());
            problem.addClassName("hg-export-problem");
            problem.getElement().setAttribute("role", "alert");
            preview.add(problem);
        }
    }

    /// What the preview, which the browser draws, cannot show.
    private void tellBoxes(FigureOptions options) {
        var id = project.draft().saved().id();
        var letters = services.figures.lettersLacking(services.viewer.get(), id, project.shown(), options);
        boxes.setText("PDF and PNG show boxes in place of %s, which the font does not have.".formatted(letters));
        boxes.setVisible(!letters.isEmpty());
    }

    /// Made when it is asked for.
    private Anchor link(FigureFormat format, FigureOptions options) {
        var link = new Anchor(
                DownloadHandler.fromInputStream(event -> response(make(format, options))),
                AttachmentType.DOWNLOAD,
                FigureWords.name(format));
        link.getElement().setAttribute("title", FigureWords.explain(format));
        link.addClassName("hg-export-file");
        return link;
    }

    private static DownloadHandler handler(FigureFile file) {
        return DownloadHandler.fromInputStream(event -> response(file)).inline();
    }

    private static DownloadResponse response(FigureFile file) {
        return new DownloadResponse(
                new ByteArrayInputStream(file.bytes()),
                file.name(),
                file.format().mediaType(),
                file.bytes().length);
    }
}
