package org.histogrid.dataset.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.histogrid.base.ui.DataTable;
import org.histogrid.base.ui.Figures;
import org.histogrid.dataset.ImportReport;

/// What an import will make, or has made.
class ImportReportCard extends Composite<Section> {

    ImportReportCard() {
        getContent().addClassNames("hg-section", "hg-card");
        getContent().getElement().setAttribute("role", "status");
        setVisible(false);
    }

    /// NaN and infinite values are counted while the matrix is read, so `made` says whether they are known.
    void show(ImportReport report, boolean made) {
        var content = getContent();
        content.removeAll();
        content.add(new H2("Report"));
        content.add(new Paragraph("%s, %s, %s."
                .formatted(
                        Figures.count(report.samples(), "sample"),
                        Figures.count(report.hookPoints().size(), "hook point"),
                        Figures.bytes(report.bytes()))));
        report.labelings().forEach(line -> {
            var row = new Div(new Span(line.name()), new ClassBar(line.classes()));
            row.addClassName("hg-labeling-line");
            content.add(row);
        });
        var points = new DataTable("Hook points", "Hook point", "#Neurons", "Dtype", "#NaN", "#Inf");
        report.hookPoints()
                .forEach(point -> points.row(
                        point.hookPoint(),
                        Figures.integer(point.neurons()),
                        point.dtype(),
                        made ? Figures.integer(point.nan()) : "counted on import",
                        made ? Figures.integer(point.infinite()) : ""));
        content.add(points);
        if (!report.warnings().isEmpty()) {
            var list = new UnorderedList();
            report.warnings().forEach(warning -> list.add(new ListItem(warning)));
            list.addClassName("hg-warnings");
            content.add(list);
        }
        setVisible(true);
        content.getElement().executeJs("this.scrollIntoView({block: 'end'})");
    }
}
