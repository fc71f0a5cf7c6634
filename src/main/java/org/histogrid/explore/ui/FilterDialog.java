package org.histogrid.explore.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.NumberField;
import java.util.Map;
import java.util.Optional;
import org.histogrid.base.BadInput;
import org.histogrid.base.ui.Buttons;
import org.histogrid.base.ui.Choices;
import org.histogrid.base.ui.FieldErrors;
import org.histogrid.neuron.ui.ColumnWords;
import org.histogrid.neuron.ui.OutlierBadges;
import org.histogrid.screening.ProfileColumn;
import org.histogrid.screening.RankFilter;
import org.histogrid.screening.ScoreAt;
import org.histogrid.stats.OutlierType;
import org.histogrid.stats.Split;

/// Limits the list to a range of a score, and to outliers.
final class FilterDialog extends Dialog {

    private final ExploreActions actions;
    private final ComboBox<ProfileColumn> score = new ComboBox<>("Score");
    private final Select<Split> split =
            Choices.select("In", ColumnWords::half, Split.DISCOVERY, Split.HELD_OUT, Split.ALL);
    private final NumberField from = new NumberField("From");
    private final NumberField to = new NumberField("To");
    private final MultiSelectComboBox<OutlierType> types = new MultiSelectComboBox<>("Outliers of any of these types");

    FilterDialog(ExploreActions actions) {
        this.actions = actions;
        setHeaderTitle("Filter neurons");
        addClassName("hg-dialog");
        var query = actions.page().query();
        score.setItems(ProfileColumn.ALL);
        score.setItemLabelGenerator(actions.page().words()::name);
        score.setValue(query.by().column());
        score.addClassName("hg-wide");
        split.setValue(query.by().split());
        from.setHelperText("Empty for no lower end");
        to.setHelperText("Empty for no upper end");
        types.setItems(OutlierType.values());
        types.setItemLabelGenerator(OutlierBadges::name);
        types.setValue(query.outliers());
        types.addClassName("hg-wide");
        var ends = new Div(from, to);
        ends.addClassName("hg-pair");
        var form = new Div(score, split, ends, types);
        form.addClassName("hg-fields");
        add(form);
        getFooter().add(Buttons.plain("Cancel", this::close), Buttons.primary("Filter", this::accept));
        from.focus();
    }

    private void accept() {
        var isDone = FieldErrors.attempt(
                Map.of("from", from, "to", to),
                () -> actions.explore(actions.page()
                        .query()
                        .limitedTo(range().stream().toList())
                        .bearing(types.getValue())));
        if (isDone) {
            close();
        }
    }

    /// No range where neither end is given.
    private Optional<RankFilter.Within> range() {
        if (from.isInvalid() || to.isInvalid()) {
            throw new BadInput("Type a number.").forField(from.isInvalid() ? "from" : "to");
        }
        if (from.isEmpty() && to.isEmpty()) {
            return Optional.empty();
        }
        var low = from.getOptionalValue().orElse(Double.NEGATIVE_INFINITY);
        var high = to.getOptionalValue().orElse(Double.POSITIVE_INFINITY);
        if (low > high) {
            throw new BadInput("The upper end lies below the lower one.").forField("to");
        }
        return Optional.of(new RankFilter.Within(
                new ScoreAt(
                        split.getValue(),
                        Optional.ofNullable(score.getValue())
                                .orElse(query().by().column())),
                low,
                high));
    }

    private ExploreQuery query() {
        return actions.page().query();
    }
}
