package org.histogrid.explore.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.histogrid.base.BadInput;
import org.histogrid.base.Numbers;
import org.histogrid.base.ui.Buttons;
import org.histogrid.base.ui.Choices;
import org.histogrid.base.ui.FieldErrors;
import org.histogrid.dataset.NeuronRef;
import org.histogrid.histogram.GridSpec;
import org.histogrid.project.ProjectContent;
import org.histogrid.project.ProjectDetails;
import org.histogrid.project.ProjectItem;
import org.histogrid.project.ProjectRow;
import org.histogrid.project.RowFill.Place;
import org.histogrid.project.ui.ProjectNavigation;
import org.histogrid.screening.Ranking;

/// Puts neurons of a ranking into a project, new or one's own: those that were selected, or the first ones.
final class AddToProjectDialog extends Dialog {

    private static final int USUAL_K = 12;

    private enum Which {
        SELECTED,
        TOP
    }

    private final ProjectFiller filler;
    private final ExplorePage page;
    private final Ranking ranking;
    private final List<NeuronRef> selected;
    private final RadioButtonGroup<Which> which = new RadioButtonGroup<>("Neurons");
    private final IntegerField k = new IntegerField("How many");
    private final ComboBox<ProjectItem> project = new ComboBox<>("Project");
    private final TextField name = new TextField("Name of the new project");
    private final Select<Place> place = Choices.select("Row", this::words);
    private Optional<ProjectDetails> chosen = Optional.empty();

    /// @param selected in the order of the ranking
    AddToProjectDialog(ProjectFiller filler, ExplorePage page, Ranking ranking, List<NeuronRef> selected) {
        this.filler = filler;
        this.page = page;
        this.ranking = ranking;
        this.selected = selected;
        setHeaderTitle("Add to project");
        addClassName("hg-dialog");
        which.setItems(Which.values());
        which.setItemLabelGenerator(this::words);
        which.setItemEnabledProvider(one -> one == Which.TOP || !selected.isEmpty());
        which.addValueChangeListener(_ -> follow());
        k.setStepButtonsVisible(true);
        k.setMin(1);
        k.setMax(GridSpec.MOST_NEURONS);
        k.setValue(Math.clamp(ranking.matching(), 1, USUAL_K));
        k.addValueChangeListener(_ -> follow());
        project.setItems(filler.own());
        project.setItemLabelGenerator(ProjectItem::name);
        project.setPlaceholder("New project");
        project.setClearButtonVisible(true);
        project.setHelperText("Empty for a new one. Only your own can be chosen.");
        project.addClassName("hg-wide");
        project.addValueChangeListener(event -> {
            chosen = Optional.ofNullable(event.getValue()).map(filler::find);
            follow();
        });
        name.addClassName("hg-wide");
        name.setMaxLength(ProjectContent.NAME_MAX_LENGTH);
        name.setValue("Neurons of " + page.dataset().name());
        var form = new Div(which, k, project, name, place);
        form.addClassName("hg-fields");
        add(form);
        getFooter().add(Buttons.plain("Cancel", this::close), Buttons.primary("Add", this::accept));
        which.setValue(selected.isEmpty() ? Which.TOP : Which.SELECTED);
    }

    private String words(Which one) {
        return switch (one) {
            case SELECTED ->
                selected.isEmpty()
                        ? "Those selected in the list: none"
                        : "The %s selected".formatted(Numbers.count(selected.size(), "neuron"));
            case TOP ->
                "The first of the ranking, by %s"
                        .formatted(page.words()
                                .ranking(
                                        page.query().by().column(), page.query().order()));
        };
    }

    private String words(Place one) {
        return switch (one) {
            case Place.NewRow() -> "New row";
            case Place.EndOf(int row) -> "%s: add behind its neurons".formatted(words(row));
            case Place.InsteadOf(int row) ->
                "%s: instead of its %s"
                        .formatted(
                                words(row),
                                Numbers.count(rows().get(row).neurons().size(), "neuron"));
        };
    }

    private String words(int row) {
        return "%d. %s".formatted(row + 1, rows().get(row).label());
    }

    private List<ProjectRow> rows() {
        return chosen.map(known -> known.content().rows()).orElse(List.of());
    }

    /// Shows what the other fields leave to be chosen.
    private void follow() {
        k.setVisible(which.getValue() == Which.TOP);
        name.setVisible(chosen.isEmpty());
        var places = placing().places(rows());
        var before = place.getValue();
        place.setItems(places);
        place.setValue(places.contains(before) ? before : places.getFirst());
        place.setVisible(places.size() > 1);
    }

    private Placing placing() {
        var isTop = which.getValue() == Which.TOP;
        var wanted =
                Optional.ofNullable(k.getValue()).filter(_ -> !k.isInvalid()).orElse(0);
        return new Placing(page, isTop ? filler.top(page, wanted) : selected, !isTop, ranking.tested());
    }

    void accept() {
        FieldErrors.attempt(Map.of("name", name, "neurons", k, "rows", place), () -> {
            var placing = placing();
            if (placing.neurons().isEmpty()) {
                throw new BadInput("Choose 1 to %d neurons.".formatted(GridSpec.MOST_NEURONS)).forField("neurons");
            }
            done(placing, filler.fill(chosen, name.getValue(), placing, place.getValue()));
        });
    }

    private void done(Placing placing, ProjectDetails saved) {
        removeAll();
        getFooter().removeAll();
        var words =
                new ArrayList<String>(List.of(Numbers.count(placing.neurons().size(), "neuron")));
        if (placing.rows() > 1) {
            words.add("in " + Numbers.count(placing.rows(), "row"));
        }
        add(new Paragraph("%s added to %s. The row says how they were chosen."
                .formatted(String.join(" ", words), saved.content().name())));
        var open = Buttons.primary("Open project", () -> {
            close();
            ProjectNavigation.open(saved.id());
        });
        getFooter().add(Buttons.plain("Close", this::close), open);
        open.focus();
    }
}
