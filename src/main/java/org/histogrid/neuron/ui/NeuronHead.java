package org.histogrid.neuron.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.histogrid.base.ui.Buttons;
import org.histogrid.base.ui.PageHeader;
import org.histogrid.base.ui.PageKeys;
import org.histogrid.base.ui.ToolButton;
import org.histogrid.dataset.Labeling;
import org.histogrid.dataset.ui.DatasetNavigation;
import org.histogrid.neuron.NeuronPlace;
import org.jspecify.annotations.Nullable;

/// Which neuron is shown, under which labeling, and the ways to its neighbours.
final class NeuronHead extends Composite<Div> {

    private final PageHeader title;
    private final Button settings;
    private final Button previous = step(() -> step(-1));
    private final Button next = step(() -> step(1));
    private final Button layerBefore = step(() -> layer(-1));
    private final Button layerAfter = step(() -> layer(1));
    private final IntegerField number = new IntegerField();
    private final Select<Labeling> labeling = new Select<>();
    private @Nullable NeuronPage page;

    NeuronHead(NeuronView view, PageKeys keys) {
        settings = Buttons.plain("Settings", view::toggleSettings);
        settings.setAriaLabel("Settings of the histogram");
        title = new PageHeader("Neuron", settings, Buttons.primary("Add finding", view::addFinding));
        number.setAriaLabel("Number of a neuron");
        number.setPlaceholder("Go to");
        number.addKeyPressListener(Key.ENTER, _ -> jump());
        labeling.setAriaLabel("Labeling");
        labeling.setItemLabelGenerator(Labeling::name);
        labeling.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                view.choose(event.getValue().id());
            }
        });
        var help = new ToolButton("?", "Show the keys of this page", keys::showAll);
        var bar = new Div(previous, number, next, layerBefore, layerAfter, labeling, help);
        bar.addClassName("hg-neuron-bar");
        getContent().addClassName("hg-neuron-head");
        getContent().add(title, bar);
    }

    private static Button step(Runnable action) {
        var button = Buttons.plain("", action);
        button.addThemeVariants(ButtonVariant.SMALL);
        return button;
    }

    void show(NeuronPage shown) {
        page = shown;
        var place = shown.place();
        var dataset = place.dataset();
        title.setTitle("Neuron " + place.neuron());
        title.withSubtitle(
                new Span(place.point().inWords() + " of "),
                new Anchor(DatasetNavigation.pathOf(dataset.id()), dataset.name()),
                new Span(", " + dataset.model()));
        label(previous, place.neighbour(-1), "← %d", "Previous neuron", NeuronPlace::neuron);
        label(next, place.neighbour(1), "%d →", "Next neuron", NeuronPlace::neuron);
        label(layerBefore, place.onLayer(-1), "← layer %d", "Same neuron on the layer before", NeuronHead::layerOf);
        label(layerAfter, place.onLayer(1), "layer %d →", "Same neuron on the layer after", NeuronHead::layerOf);
        var layered = place.onLayers().size() > 1;
        layerBefore.setVisible(layered);
        layerAfter.setVisible(layered);
        number.clear();
        number.setInvalid(false);
        labeling.setVisible(dataset.labelings().size() > 1);
        labeling.setItems(dataset.labelings());
        shown.labeling().ifPresent(labeling::setValue);
    }

    private static Integer layerOf(NeuronPlace place) {
        return Objects.requireNonNull(place.point().layer());
    }

    private static void label(
            Button button,
            Optional<NeuronPlace> to,
            String text,
            String words,
            Function<NeuronPlace, Integer> numberOf) {
        button.setEnabled(to.isPresent());
        button.setText(text.formatted(to.map(numberOf).orElse(null)).replace("null", "–"));
        button.setAriaLabel(
                words + to.map(place -> ", " + numberOf.apply(place)).orElse(""));
    }

    /// Goes to the next neuron for a positive number, to the one before for a negative one; stays at the ends.
    void step(int direction) {
        page().place().neighbour(direction).ifPresent(this::go);
    }

    /// The same by layer.
    void layer(int direction) {
        page().place().onLayer(direction).ifPresent(this::go);
    }

    private void jump() {
        var place = page().place();
        var wanted = number.getOptionalValue().filter(place.point()::holds);
        number.setInvalid(wanted.isEmpty());
        number.setErrorMessage("Recorded here: %s.".formatted(place.point().neuronsInWords()));
        wanted.ifPresent(one -> go(place.at(one)));
    }

    private void go(NeuronPlace place) {
        NeuronNavigation.open(page().of(place));
    }

    private NeuronPage page() {
        return Objects.requireNonNull(page, "No neuron is open");
    }

    void focusSettings() {
        settings.focus();
    }
}
