package org.histogrid.project.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.histogrid.base.Numbers;
import org.histogrid.base.ui.Buttons;
import org.histogrid.base.ui.Choices;
import org.histogrid.histogram.GridSpec;
import org.histogrid.neuron.ui.ColumnWords;
import org.histogrid.project.NeuronChoice;
import org.histogrid.project.ProjectRow;
import org.histogrid.screening.ProfileColumn;
import org.histogrid.screening.RankOrder;
import org.histogrid.screening.Ranking;
import org.histogrid.screening.RankingQuery;
import org.histogrid.screening.RankingService;
import org.histogrid.screening.ScoreAt;
import org.histogrid.screening.Selection;
import org.histogrid.sharing.CurrentViewer;
import org.histogrid.stats.Score;
import org.histogrid.stats.Split;

/// The first neurons of a row's hook point by a score.
final class TopNeurons extends Composite<Details> {

    private static final int USUAL = 4;

    @SpringComponent
    static class Factory {

        private final RankingService rankings;
        private final CurrentViewer viewer;
        private final Clock clock;

        Factory(RankingService rankings, CurrentViewer viewer, Clock clock) {
            this.rankings = rankings;
            this.viewer = viewer;
            this.clock = clock;
        }

        /// @param onTake takes the neurons with how they were chosen
        TopNeurons create(Consumer<NeuronChoice> onTake) {
            return new TopNeurons(this, onTake);
        }
    }

    private final Factory services;
    private final Consumer<NeuronChoice> onTake;
    private final ComboBox<ProfileColumn> score = new ComboBox<>("Score");
    private final Select<Split> split =
            Choices.select("In", ColumnWords::half, Split.DISCOVERY, Split.HELD_OUT, Split.ALL);
    private final Select<RankOrder> order = Choices.select("First", ColumnWords::order, RankOrder.values());
    private final IntegerField k = new IntegerField("How many");
    private final Paragraph problem = new Paragraph();
    private Optional<ProjectRow> row = Optional.empty();

    private TopNeurons(Factory services, Consumer<NeuronChoice> onTake) {
        this.services = services;
        this.onTake = onTake;
        score.setItems(ProfileColumn.ALL);
        score.setItemLabelGenerator(ColumnWords.ANY::name);
        score.setValue(ProfileColumn.of(Score.AUROC));
        score.addClassName("hg-wide");
        split.setValue(Split.DISCOVERY);
        order.setValue(RankOrder.ABS);
        k.setMin(1);
        k.setMax(GridSpec.MOST_NEURONS);
        k.setStepButtonsVisible(true);
        k.setValue(USUAL);
        problem.addClassNames("hg-quiet", "hg-small");
        problem.getElement().setAttribute("role", "status");
        var first = new Div(score, split);
        first.addClassName("hg-pair");
        var second = new Div(order, k);
        second.addClassName("hg-pair");
        var form = new Div(first, second, Buttons.plain("Take the first ones", this::take), problem);
        form.addClassName("hg-fields");
        getContent().setSummaryText("Top k by score");
        getContent().add(form);
        getContent().addClassName("hg-wide");
    }

    /// From now on those of this row.
    void of(ProjectRow shown) {
        row = Optional.of(shown);
        problem.setText("");
    }

    private void take() {
        var of = row.orElseThrow();
        var by = new ScoreAt(
                split.getValue(), Optional.ofNullable(score.getValue()).orElse(ProfileColumn.of(Score.AUROC)));
        var wanted =
                Optional.ofNullable(k.getValue()).filter(_ -> !k.isInvalid()).orElse(USUAL);
        var selection = Selection.of(of.labelingRef(), Optional.of(of.hookPoint()));
        var found = services.rankings.rank(
                services.viewer.get(),
                new RankingQuery(selection, by, order.getValue(), List.of(), List.of(), 0, wanted));
        problem.setText(
                found.rows().isEmpty()
                        ? "The neurons of this row were not scored yet: see “Explore neurons” in the menu of the row."
                        : "Ranked among %s tested.".formatted(Numbers.count(found.tested(), "neuron")));
        if (!found.rows().isEmpty()) {
            onTake.accept(choice(by, found));
        }
    }

    private NeuronChoice choice(ScoreAt by, Ranking found) {
        return new NeuronChoice(
                by,
                order.getValue(),
                found.rows().stream().map(one -> one.neuron().neuron()).toList(),
                false,
                found.tested(),
                Optional.empty(),
                List.of(),
                LocalDate.now(services.clock));
    }
}
