package org.histogrid.explore.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.NumberField;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.histogrid.base.BadInput;
import org.histogrid.base.ui.Buttons;
import org.histogrid.base.ui.FieldErrors;
import org.histogrid.neuron.ui.OutlierBadges;
import org.histogrid.stats.OutlierCuts;
import org.histogrid.stats.OutlierType;

/// From where on the neurons of a dataset are outliers.
final class CutsDialog extends Dialog {

    private static final MathContext DIGITS = new MathContext(4);

    private final Map<OutlierType, NumberField> fields = new LinkedHashMap<>();
    private final Consumer<OutlierCuts> onAccept;
    private OutlierCuts shown;

    CutsDialog(OutlierCuts cuts, Consumer<OutlierCuts> onAccept) {
        this.onAccept = onAccept;
        shown = cuts;
        setHeaderTitle("Outliers");
        addClassName("hg-dialog");
        var words = new Paragraph("The cuts hold for this dataset, whoever looks at it.");
        words.addClassName("hg-quiet");
        var form = new Div(words);
        form.addClassName("hg-fields");
        for (var type : OutlierType.values()) {
            if (type != OutlierType.DEAD) {
                var field = new NumberField(OutlierBadges.name(type));
                field.setHelperText(explain(type));
                field.addClassName("hg-wide");
                fields.put(type, field);
                form.add(field);
            }
        }
        add(form);
        show(cuts);
        getFooter()
                .add(
                        Buttons.plain("Cancel", this::close),
                        Buttons.plain("As usual", () -> show(OutlierCuts.DEFAULT)),
                        Buttons.primary("Change cuts", this::accept));
    }

    private void show(OutlierCuts cuts) {
        shown = cuts;
        fields.forEach((type, field) -> field.setValue(inShort(cuts.of(type))));
    }

    private static double inShort(double cut) {
        return BigDecimal.valueOf(cut).round(DIGITS).doubleValue();
    }

    /// A cut that nobody touched stays what it is, however many digits it has.
    private double exact(OutlierType type, double typed) {
        return typed == inShort(shown.of(type)) ? shown.of(type) : typed;
    }

    private static String explain(OutlierType type) {
        return switch (type) {
            case SEPARATING -> "From this |AUROC − 0.5| on, 0 to 0.5";
            case LOCATION -> "Median, in robust standard deviations from those of the hook point";
            case SCALE -> "Interquartile range, in robust standard deviations from those of the hook point";
            case BIMODAL -> "Above this coefficient of Sarle, 0 to 1; a flat distribution has 0.556";
            case HEAVY_TAILED -> "From this excess kurtosis on, above −2";
            case MASSIVE -> "From this many times the usual |value| of the hook point on";
            case DEAD -> "All values are equal";
        };
    }

    private void accept() {
        var byName = new LinkedHashMap<String, NumberField>();
        fields.forEach((type, field) -> byName.put(type.name(), field));
        if (FieldErrors.attempt(byName, () -> onAccept.accept(cuts()))) {
            close();
        }
    }

    /// @throws BadInput for the field of a cut that is none
    private OutlierCuts cuts() {
        var known = OutlierCuts.DEFAULT;
        for (var type : fields.keySet()) {
            known = changed(known, type);
        }
        return known;
    }

    private OutlierCuts changed(OutlierCuts cuts, OutlierType type) {
        var cut = Optional.ofNullable(fields.get(type))
                .flatMap(NumberField::getOptionalValue)
                .map(typed -> exact(type, typed))
                .orElseThrow(() -> new BadInput("Type a number.").forField(type.name()));
        try {
            return new OutlierCuts(
                    type == OutlierType.SEPARATING ? cut : cuts.separating(),
                    type == OutlierType.LOCATION ? cut : cuts.location(),
                    type == OutlierType.SCALE ? cut : cuts.scale(),
                    type == OutlierType.BIMODAL ? cut : cuts.bimodal(),
                    type == OutlierType.HEAVY_TAILED ? cut : cuts.heavyTailed(),
                    type == OutlierType.MASSIVE ? cut : cuts.massive());
        } catch (IllegalArgumentException e) {
            var sentence = String.valueOf(e.getMessage())
                    .replace(type.name(), OutlierBadges.name(type).toLowerCase(Locale.ROOT));
            throw new BadInput(sentence, e).forField(type.name());
        }
    }
}
