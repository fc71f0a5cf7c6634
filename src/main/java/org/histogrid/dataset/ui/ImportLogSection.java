package org.histogrid.dataset.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.histogrid.base.ui.When;
import org.histogrid.dataset.ImportLogLine;

/// What happened in an import, line by line, folded away until it is asked for.
class ImportLogSection extends Composite<Section> {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final OrderedList list = new OrderedList();
    private final Details details = new Details("Log of the import", list);
    private int shown;

    ImportLogSection() {
        list.addClassName("hg-log");
        getContent().addClassName("hg-section");
        getContent().add(details);
        setVisible(false);
    }

    ImportLogSection(List<ImportLogLine> lines) {
        this();
        show(lines);
    }

    /// Adds what is new, so that what is being read stays where it is.
    void show(List<ImportLogLine> lines) {
        if (lines.size() < shown) {
            list.removeAll();
            shown = 0;
        }
        lines.subList(shown, lines.size()).forEach(line -> list.add(item(line)));
        shown = lines.size();
        details.setSummaryText("Log of the import, " + (shown == 1 ? "1 line" : shown + " lines"));
        setVisible(shown > 0);
    }

    private static ListItem item(ImportLogLine line) {
        var at = new Span(TIME.format(line.at()));
        at.addClassNames("hg-quiet", "hg-figures");
        at.setTitle(When.exact(line.at()));
        var item = new ListItem(at, new Span(" " + line.line()));
        item.addClassName("hg-log-" + line.level().name().toLowerCase(Locale.ROOT));
        return item;
    }
}
