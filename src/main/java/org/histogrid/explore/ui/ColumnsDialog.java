package org.histogrid.explore.ui;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.stream.Stream;
import org.histogrid.base.ui.Buttons;
import org.histogrid.screening.ProfileColumn;
import org.histogrid.screening.ScoreAt;
import org.histogrid.stats.Split;

/// Which scores stand beside the one that is ranked by.
final class ColumnsDialog extends Dialog {

    ColumnsDialog(ExploreActions actions) {
        setHeaderTitle("Columns");
        addClassName("hg-dialog");
        var columns = new MultiSelectComboBox<ScoreAt>("Further columns");
        columns.setItems(all());
        columns.setItemLabelGenerator(actions.page().words()::name);
        columns.setValue(actions.page().query().more());
        columns.addClassName("hg-wide");
        columns.setHelperText("Type to search: “held-out”, “skewness”");
        var always = new Paragraph(
                "The score that is ranked by is always there; ranked by the discovery half, with its held-out value beside it.");
        always.addClassName("hg-quiet");
        var form = new Div(columns, always);
        form.addClassName("hg-fields");
        add(form);
        getFooter()
                .add(
                        Buttons.plain("Cancel", this::close),
                        Buttons.plain("As usual", () -> columns.setValue(ExploreQuery.USUAL_COLUMNS)),
                        Buttons.primary("Show columns", () -> {
                            actions.explore(actions.page().query().showing(List.copyOf(columns.getValue())));
                            close();
                        }));
    }

    private static List<ScoreAt> all() {
        return ProfileColumn.ALL.stream()
                .flatMap(column ->
                        Stream.of(Split.DISCOVERY, Split.HELD_OUT, Split.ALL).map(split -> new ScoreAt(split, column)))
                .toList();
    }
}
