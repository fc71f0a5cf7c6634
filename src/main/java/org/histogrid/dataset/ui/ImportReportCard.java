package org.histogrid.dataset.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Duration;
import org.histogrid.base.Numbers;
import org.histogrid.base.ui.DataTable;
import org.histogrid.dataset.ImportReport;
import org.histogrid.dataset.ImportReport.Duplicate;

/// What an import will make, or has made.
class ImportReportCard extends Composite<Section> {

    private static final int MOST_LINES = 100;
    private static final int MOST_WARNINGS = 30;

    ImportReportCard() {
        getContent().addClassNames("hg-section", "hg-card");
        getContent().getElement().setAttribute("role", "status");
        setVisible(false);
    }

    /// NaN and infinite values are counted while the matrix is read, so `made` says whether they are known.
    void show(ImportReport report, boolean made) {
        var content = getContent();
        content.removeAll();
        content.add(new H2("Report"), new Paragraph(inWords(report)));
        report.duplicates().forEach(duplicate -> content.add(sentence(duplicate)));
        report.labelings().forEach(line -> {
            var words = new Span(line.name());
            var row = new Div(words, new ClassBar(line.classes()));
            row.addClassName("hg-labeling-line");
            content.add(row);
            if (line.leftOut() > 0) {
                words.setText("%s, %s left out".formatted(line.name(), Numbers.count(line.leftOut(), "sample")));
            }
        });
        content.add(hookPoints(report, made));
        if (report.hookPoints().size() > MOST_LINES) {
            content.add(quiet(
                    "and %s".formatted(Numbers.count(report.hookPoints().size() - MOST_LINES, "more hook point"))));
        }
        if (!report.warnings().isEmpty()) {
            content.add(warnings(report));
        }
        setVisible(true);
    }

    void show(ImportReport report) {
        show(report, true);
    }

    private static String inWords(ImportReport report) {
        var seconds = report.seconds();
        return "%s, %s, %s%s."
                .formatted(
                        Numbers.count(report.samples(), "sample"),
                        Numbers.count(report.hookPoints().size(), "hook point"),
                        Numbers.bytes(report.bytes()),
                        seconds == null
                                ? ""
                                : "; the import takes about "
                                        + ImportWords.duration(Duration.ofSeconds(Math.max(1, seconds))));
    }

    private static Paragraph sentence(Duplicate duplicate) {
        var words = new Paragraph(
                new Span("%s is also in the dataset ".formatted(duplicate.file())),
                new Anchor(DatasetNavigation.LIST + "/" + duplicate.dataset(), duplicate.name()),
                new Span("."));
        words.addClassName("hg-warnings");
        return words;
    }

    private static Component hookPoints(ImportReport report, boolean made) {
        var points = new DataTable(
                "Hook points", "Hook point", "#Neurons", "Dtype", "#NaN", "#Inf", "#Constant", "#Beyond 16 bits");
        report.hookPoints().stream()
                .limit(MOST_LINES)
                .forEach(point -> points.row(
                        point.hookPoint(),
                        Numbers.integer(point.neurons()),
                        point.dtype(),
                        count(made, point.nan()),
                        count(made, point.infinite()),
                        count(made, point.constant()),
                        count(made, point.beyondF16())));
        return points;
    }

    /// What is wrong stands out; nothing wrong does not.
    private static Span count(boolean known, long number) {
        var words = new Span(known ? Numbers.integer(number) : "");
        words.addClassName(number == 0 ? "hg-quiet" : "hg-warnings");
        return words;
    }

    private static Component warnings(ImportReport report) {
        var list = new UnorderedList();
        report.warnings().stream().limit(MOST_WARNINGS).forEach(warning -> list.add(new ListItem(warning)));
        var more = report.warnings().size() - MOST_WARNINGS;
        if (more > 0) {
            list.add(new ListItem("and %s".formatted(Numbers.count(more, "more warning"))));
        }
        list.addClassName("hg-warnings");
        return list;
    }

    private static Span quiet(String text) {
        var words = new Span(text);
        words.addClassNames("hg-quiet", "hg-small");
        return words;
    }
}
