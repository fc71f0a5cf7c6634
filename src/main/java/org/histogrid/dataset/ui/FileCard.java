package org.histogrid.dataset.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.Locale;
import java.util.stream.Collectors;
import org.histogrid.base.ui.DataTable;
import org.histogrid.base.ui.Figures;
import org.histogrid.dataset.FileLook;
import org.histogrid.tensor.ColumnInfo;
import org.histogrid.tensor.FileContents;
import org.histogrid.tensor.TensorInfo;

/// One file: its name and size, what is inside, or why it cannot be read.
class FileCard extends Composite<Div> {

    FileCard(FileLook look, Runnable onRemove) {
        var file = look.file();
        var remove = new Button(VaadinIcon.CLOSE_SMALL.create(), _ -> onRemove.run());
        remove.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        remove.setAriaLabel("Remove " + file.name());
        remove.setTooltipText("Remove");
        var size = new Span(Figures.bytes(file.bytes()));
        size.addClassNames("hg-quiet", "hg-small");
        var head = new Div(new H3(file.name()), size, remove);
        head.addClassName("hg-file-head");
        getContent().addClassName("hg-card");
        getContent().add(head);
        look.contents().forEach(contents -> getContent().add(inside(contents)));
        look.problem().ifPresent(problem -> {
            var sentence = new Paragraph(String.valueOf(problem.getMessage()));
            sentence.addClassName("hg-error");
            sentence.getElement().setAttribute("role", "alert");
            getContent().add(sentence);
        });
    }

    private static Component inside(FileContents contents) {
        return switch (contents) {
            case FileContents.Arrays arrays ->
                new Paragraph(arrays.tensors().stream().map(FileCard::inWords).collect(Collectors.joining("; ")));
            case FileContents.Table table -> table(table);
        };
    }

    private static String inWords(TensorInfo tensor) {
        var shape = tensor.shape().stream().map(Figures::integer).collect(Collectors.joining(" × "));
        return "%s, %s, %s order%s"
                .formatted(
                        shape.isEmpty() ? "one number" : shape,
                        tensor.dtype(),
                        tensor.layout(),
                        tensor.bigEndian() ? ", big-endian" : "");
    }

    private static Component table(FileContents.Table table) {
        var columns = new DataTable("Columns of " + table.file(), "Column", "Type", "#Values", "#Empty", "Examples");
        table.columns()
                .forEach(column -> columns.row(
                        column.name(),
                        column.type().name().toLowerCase(Locale.ROOT),
                        (column.distinctExact() ? "" : "≥ ") + Figures.integer(column.distinct()),
                        Figures.integer(column.empty()),
                        examples(column)));
        var details = new Details(
                "%s: %s, %s"
                        .formatted(
                                table.format(),
                                Figures.count(table.rows(), "row"),
                                Figures.count(table.columns().size(), "column")),
                columns);
        details.setOpened(table.columns().size() <= 8);
        return details;
    }

    private static Span examples(ColumnInfo column) {
        var span = new Span(String.join(", ", column.examples()));
        span.addClassNames("hg-quiet", "hg-small", "hg-clip");
        span.setTitle(String.join("\n", column.examples()));
        return span;
    }
}
