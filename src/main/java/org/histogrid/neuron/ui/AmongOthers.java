package org.histogrid.neuron.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.OptionalDouble;
import org.histogrid.base.Numbers;
import org.histogrid.screening.NeuronScreening;
import org.histogrid.screening.ProfileColumn;
import org.histogrid.screening.ScoreAt;
import org.histogrid.stats.Outlier;
import org.histogrid.stats.Score;
import org.histogrid.stats.Split;

/// A neuron among all neurons of its hook point, where these were screened.
final class AmongOthers extends Composite<Div> {

    private static final String NONE = "–";

    AmongOthers(NeuronScreening screening, ColumnWords words) {
        var list = new DescriptionList();
        list.addClassName("hg-scores");
        for (var score : List.of(
                new ScoreAt(Split.ALL, ProfileColumn.Q),
                new ScoreAt(Split.DISCOVERY, ProfileColumn.of(Score.AUROC)),
                new ScoreAt(Split.HELD_OUT, ProfileColumn.of(Score.AUROC)),
                new ScoreAt(Split.DISCOVERY, ProfileColumn.of(Score.COHEN_D)),
                new ScoreAt(Split.HELD_OUT, ProfileColumn.of(Score.COHEN_D)),
                new ScoreAt(Split.ALL, ProfileColumn.SCALE_PERCENTILE))) {
            var term = new DescriptionList.Term(words.name(score));
            term.getElement().setAttribute("title", words.explain(score.column()));
            list.add(new Div(term, new DescriptionList.Description(number(screening.value(score)))));
        }
        var tested =
                new Paragraph("%s of this hook point were tested. Each half of the samples has scores of its own: what "
                                .formatted(Numbers.count(screening.tested(), "neuron"))
                        + "was found in the one can be checked in the other.");
        tested.addClassName("hg-quiet");
        getContent().addClassName("hg-fields");
        getContent().add(new H3("Among the others"), list, tested, outliers(screening.outliers()));
    }

    private static Div outliers(List<Outlier> outliers) {
        if (outliers.isEmpty()) {
            return new Div("It is no outlier by the cuts of this dataset.");
        }
        var list = new UnorderedList();
        outliers.forEach(one -> list.add(new ListItem(OutlierBadges.words(one))));
        return new Div(new OutlierBadges(outliers), list);
    }

    private static String number(OptionalDouble value) {
        return value.isPresent() ? Numbers.significant(value.getAsDouble()) : NONE;
    }
}
