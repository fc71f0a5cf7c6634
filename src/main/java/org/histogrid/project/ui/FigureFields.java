package org.histogrid.project.ui;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.histogrid.base.BadInput;
import org.histogrid.base.ui.Choices;
import org.histogrid.figure.FigureFont;
import org.histogrid.figure.FigureOptions;
import org.histogrid.figure.FigurePalette;
import org.histogrid.figure.FigurePreset;
import org.histogrid.figure.FigureSize;

/// How a figure is to look. What cannot be is told at its field, and the last look that can be stays.
final class FigureFields extends Composite<Div> {

    private final Consumer<FigureOptions> onChange;
    private final Select<FigurePreset> preset = Choices.select("Made for", FigureWords::preset, FigurePreset.values());
    private final NumberField width = number("Width");
    private final NumberField height = number("Height");
    private final Select<FigureSize.Unit> unit =
            Choices.select("Unit", FigureSize.Unit::symbol, FigureSize.Unit.values());
    private final Select<FigureFont> font = Choices.select("Font", FigureWords::font, FigureFont.values());
    private final NumberField fontSize = number("Font size in pt");
    private final Select<FigurePalette> palette =
            Choices.select("Colours", FigureWords::palette, FigurePalette.values());
    private final IntegerField dpi = new IntegerField("PNG resolution in dpi");
    private final Checkbox legend = new Checkbox("Legend on top");
    private final Checkbox title = new Checkbox("Title");
    private final Checkbox samples = new Checkbox("Samples over each panel");
    private final Checkbox scores = new Checkbox("AUROC and Cohen's d over each panel");
    private FigureOptions options;
    private boolean filling;

    FigureFields(FigureOptions first, Consumer<FigureOptions> onChange) {
        this.options = first;
        this.onChange = onChange;
        preset.setItemLabelGenerator(
                chosen -> Optional.ofNullable(chosen).map(FigureWords::preset).orElse("Own size"));
        preset.setEmptySelectionAllowed(true);
        height.setHelperText("Empty: as the panels need");
        dpi.setValueChangeMode(ValueChangeMode.LAZY);
        preset.addValueChangeListener(event -> Optional.ofNullable(event.getValue())
                .filter(_ -> !filling)
                .ifPresent(
                        chosen -> become(options.withSize(chosen.size()).withFont(options.font(), chosen.fontSize()))));
        List.<AbstractField<?, ?>>of(width, height, unit, font, fontSize, palette, dpi, legend, title, samples, scores)
                .forEach(field -> field.addValueChangeListener(_ -> read()));
        var size = new Div(width, height, unit);
        size.addClassName("hg-export-size");
        getContent().addClassName("hg-fields");
        getContent().add(preset, size, palette, font, fontSize, dpi, legend, title, samples, scores);
        preset.setValue(FigurePreset.TWO_COLUMNS);
        fill();
    }

    private static NumberField number(String label) {
        var field = new NumberField(label);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        return field;
    }

    FigureOptions options() {
        return options;
    }

    private void become(FigureOptions next) {
        options = next;
        fill();
        onChange.accept(next);
    }

    private void fill() {
        filling = true;
        width.setValue(options.size().width());
        options.size().height().ifPresentOrElse(height::setValue, height::clear);
        unit.setValue(options.size().unit());
        font.setValue(options.font());
        fontSize.setValue(options.fontSize());
        palette.setValue(options.palette());
        dpi.setValue(options.dpi());
        legend.setValue(options.legend());
        title.setValue(options.title());
        samples.setValue(options.samples());
        scores.setValue(options.scores());
        filling = false;
    }

    private void read() {
        if (filling || width.isEmpty() || fontSize.isEmpty() || dpi.isEmpty()) {
            return;
        }
        List.of(width, height, fontSize).forEach(field -> field.setInvalid(false));
        dpi.setInvalid(false);
        try {
            var next = new FigureOptions(
                    new FigureSize(width.getValue(), height.getOptionalValue(), unit.getValue()),
                    font.getValue(),
                    fontSize.getValue(),
                    palette.getValue(),
                    dpi.getValue(),
                    legend.getValue(),
                    title.getValue(),
                    samples.getValue(),
                    scores.getValue(),
                    options.hidden());
            if (!next.size().equals(options.size())) {
                filling = true;
                preset.clear();
                filling = false;
            }
            options = next;
            onChange.accept(next);
        } catch (BadInput e) {
            fail(e);
        }
    }

    private void fail(BadInput problem) {
        HasValidationProperties field = switch (problem.field().orElse("")) {
            case "height" -> height;
            case "fontSize" -> fontSize;
            case "dpi" -> dpi;
            default -> width;
        };
        field.setErrorMessage(problem.getMessage());
        field.setInvalid(true);
    }
}
