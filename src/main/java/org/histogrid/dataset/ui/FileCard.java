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
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.histogrid.base.Numbers;
import org.histogrid.base.ui.DataTable;
import org.histogrid.dataset.FileLook;
import org.histogrid.dataset.ui.LookPanel.Wanted;
import org.histogrid.tensor.ColumnInfo;
import org.histogrid.tensor.ColumnType;
import org.histogrid.tensor.FileContents;

/// One file: its name, kind and size, what is inside, or why it cannot be read. An archive is told by its groups of
/// like members.
class FileCard extends Composite<Div> {

    private static final int MOST_LINES = 10;
    private static final int MOST_COLUMNS = 60;
    private static final int FEW_COLUMNS = 8;
    private static final int MOST_NOTES = 5;

    FileCard(FileLook look, Runnable onRemove, SerializableConsumer<Wanted> onLook) {
        var file = look.file();
        var remove = new Button(VaadinIcon.CLOSE_SMALL.create(), _ -> onRemove.run());
        remove.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        remove.setAriaLabel("Remove " + file.name());
        remove.setTooltipText("Remove");
        var head = new Div(new H3(file.name()), quiet(Numbers.bytes(file.bytes())), remove);
        head.addClassName("hg-file-head");
        getContent().addClassNames("hg-card", "hg-file");
        getContent().add(head);
        show(look.contents(), onLook);
        look.problem().ifPresent(problem -> {
            var sentence = new Paragraph(String.valueOf(problem.getMessage()));
            sentence.addClassName("hg-error");
            sentence.getElement().setAttribute("role", "alert");
            getContent().add(sentence);
        });
    }

    private void show(List<FileContents> contents, SerializableConsumer<Wanted> onLook) {
        contents.stream()
                .map(FileContents::format)
                .distinct()
                .limit(MOST_NOTES)
                .map(FileCard::quiet)
                .forEach(getContent()::add);
        var groups = FileGroup.of(contents);
        if (!groups.isEmpty()) {
            getContent().add(arrays(groups, onLook));
        }
        contents.stream()
                .filter(FileContents.Table.class::isInstance)
                .map(FileContents.Table.class::cast)
                .limit(MOST_LINES)
                .forEach(table -> getContent().add(table(table, onLook)));
        var tables =
                contents.stream().filter(FileContents.Table.class::isInstance).count();
        if (tables > MOST_LINES) {
            getContent().add(quiet("and %s".formatted(Numbers.count(tables - MOST_LINES, "more table"))));
        }
        var notes = contents.stream()
                .flatMap(one -> one.notes().stream())
                .distinct()
                .toList();
        notes.stream().limit(MOST_NOTES).map(FileCard::quiet).forEach(getContent()::add);
        if (notes.size() > MOST_NOTES) {
            getContent().add(quiet("and %s".formatted(Numbers.count(notes.size() - MOST_NOTES, "more note"))));
        }
    }

    private static Component arrays(List<FileGroup> groups, SerializableConsumer<Wanted> onLook) {
        var lines = new Div();
        lines.addClassName("hg-file-lines");
        groups.stream().limit(MOST_LINES).forEach(group -> {
            var name = group.name().isEmpty() ? "" : group.name() + ": ";
            var words = new Span(name + group.inWords() + ", " + group.size());
            words.addClassName("hg-break");
            var line = new Div(words, lookButton(group.wanted(), onLook));
            line.addClassName("hg-file-line");
            lines.add(line);
        });
        if (groups.size() > MOST_LINES) {
            lines.add(quiet("and %s more".formatted(Numbers.integer(groups.size() - MOST_LINES))));
        }
        return lines;
    }

    private static Button lookButton(Wanted wanted, SerializableConsumer<Wanted> onLook) {
        var button = new Button("Look", _ -> onLook.accept(wanted));
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        button.setAriaLabel("Look at " + wanted.inWords());
        return button;
    }

    private static Component table(FileContents.Table table, SerializableConsumer<Wanted> onLook) {
        var columns =
                new DataTable("Columns of " + table.file(), "Column", "Type", "#Values", "#Empty", "Examples", "");
        table.columns().stream()
                .limit(MOST_COLUMNS)
                .forEach(column -> columns.row(
                        column.name(),
                        column.type().name().toLowerCase(Locale.ROOT),
                        (column.distinctExact() ? "" : "≥ ") + Numbers.integer(column.distinct()),
                        Numbers.integer(column.empty()),
                        examples(column),
                        column.type() == ColumnType.INTEGER || column.type() == ColumnType.NUMBER
                                ? lookButton(new Wanted(table.file(), Optional.of(column.name())), onLook)
                                : ""));
        var content = new Div(columns);
        if (table.columns().size() > MOST_COLUMNS) {
            content.add(quiet(
                    "and %s more".formatted(Numbers.integer(table.columns().size() - MOST_COLUMNS))));
        }
        var details = new Details(
                "%s: %s, %s"
                        .formatted(
                                member(table.file()),
                                Numbers.count(table.rows(), "row"),
                                Numbers.count(table.columns().size(), "column")),
                content);
        details.setOpened(table.columns().size() <= FEW_COLUMNS);
        var line = new Div(details, lookButton(new Wanted(table.file(), Optional.empty()), onLook));
        line.addClassNames("hg-file-line", "hg-file-table");
        return line;
    }

    private static String member(String file) {
        var slash = file.indexOf('/');
        return slash < 0 ? "Table" : file.substring(slash + 1);
    }

    private static Span examples(ColumnInfo column) {
        var span = new Span(String.join(", ", column.examples()));
        span.addClassNames("hg-quiet", "hg-small", "hg-clip");
        span.setTitle(String.join("\n", column.examples()));
        return span;
    }

    private static Span quiet(String text) {
        var span = new Span(text);
        span.addClassNames("hg-quiet", "hg-small", "hg-break");
        return span;
    }
}
