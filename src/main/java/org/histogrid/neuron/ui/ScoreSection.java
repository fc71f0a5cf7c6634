package org.histogrid.neuron.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.histogrid.base.Numbers;
import org.histogrid.base.ui.DataTable;
import org.histogrid.dataset.LabelClass;
import org.histogrid.neuron.NeuronProfile;
import org.histogrid.screening.NeuronScreening;
import org.histogrid.stats.ClassSummary;
import org.histogrid.stats.MultiClassScores;
import org.histogrid.stats.Score;
import org.histogrid.stats.TwoClassScores;

/// How well a neuron tells the classes apart, by name.
final class ScoreSection extends Composite<Section> {

    /// Shown with the score they belong to, or in the table of classes.
    private static final List<Score> ELSEWHERE =
            List.of(Score.N, Score.NAN, Score.POS_INF, Score.NEG_INF, Score.AUROC_LOW, Score.AUROC_HIGH);

    /// The columns of a table with a row for each class.
    private static final List<Score> OF_EACH_CLASS = List.of(
            Score.AUROC,
            Score.COHEN_D,
            Score.KS,
            Score.WASSERSTEIN_SCALED,
            Score.LOG10_P,
            Score.BALANCED_ACCURACY,
            Score.MUTUAL_INFORMATION);

    private static final String NONE = "–";

    ScoreSection(NeuronProfile profile) {
        getContent().addClassName("hg-section");
        getContent().add(new H2("Scores"));
        profile.twoClasses().ifPresent(scores -> {
            getContent().add(card(scores, profile.classes()));
            getContent().add(summaries(profile.classes(), scores.classes()));
        });
        profile.manyClasses().ifPresent(scores -> {
            getContent().add(words(scores), oneAgainstRest(profile.classes(), scores));
            getContent()
                    .add(summaries(
                            profile.classes(),
                            scores.oneAgainstRest().stream()
                                    .map(one -> one.classes().getFirst())
                                    .toList()));
        });
    }

    /// With how it stands among the other neurons of its hook point.
    ScoreSection among(NeuronScreening screening, ColumnWords words) {
        getContent().add(new AmongOthers(screening, words));
        return this;
    }

    private static DescriptionList card(TwoClassScores scores, List<LabelClass> classes) {
        var list = new DescriptionList();
        list.addClassName("hg-scores");
        for (var score : Score.values()) {
            if (!ELSEWHERE.contains(score)) {
                var term = new DescriptionList.Term();
                term.getElement()
                        .appendChild(abbreviation(
                                score,
                                classes.getFirst().name(),
                                classes.getLast().name()));
                var value = new DescriptionList.Description(number(score.of(scores)));
                if (score == Score.AUROC) {
                    value.add(interval(scores));
                }
                list.add(new Div(term, value));
            }
        }
        return list;
    }

    private static Element abbreviation(Score score, String positive, String other) {
        return new Element("abbr")
                .setText(ScoreWords.name(score))
                .setAttribute("title", ScoreWords.explain(score, positive, other));
    }

    private static Div interval(TwoClassScores scores) {
        var low = Score.AUROC_LOW.of(scores);
        var high = Score.AUROC_HIGH.of(scores);
        var text = new Div(low.isPresent() && high.isPresent() ? "%s to %s".formatted(number(low), number(high)) : "");
        text.addClassNames("hg-quiet", "hg-small");
        text.setTitle(ScoreWords.explain(Score.AUROC_LOW, "", ""));
        return text;
    }

    private static String number(OptionalDouble score) {
        return score.isPresent() ? Numbers.significant(score.getAsDouble()) : NONE;
    }

    private static Paragraph words(MultiClassScores scores) {
        var text = new Paragraph("Each class against all others together. Share of the variance between the classes "
                + "(eta squared): %s. Kruskal-Wallis H: %s, log₁₀ p %s."
                        .formatted(
                                number(scores.etaSquared()),
                                number(scores.kruskalWallis()),
                                number(scores.kruskalWallisLog10P())));
        text.addClassName("hg-quiet");
        return text;
    }

    private static DataTable oneAgainstRest(List<LabelClass> classes, MultiClassScores scores) {
        var headers = new ArrayList<>(List.of("Class"));
        OF_EACH_CLASS.forEach(score -> headers.add("#" + ScoreWords.name(score)));
        var table = new DataTable("Scores of each class against the rest", headers.toArray(String[]::new));
        for (var i = 0; i < classes.size(); i++) {
            var cells = new ArrayList<Object>(List.of(classes.get(i).name()));
            var ofClass = scores.oneAgainstRest().get(i);
            OF_EACH_CLASS.forEach(score -> cells.add(number(score.of(ofClass))));
            table.row(cells.toArray());
        }
        return table;
    }

    private static DataTable summaries(List<LabelClass> classes, List<ClassSummary> numbers) {
        var table = new DataTable(
                "The classes in numbers",
                "Class",
                "#Finite",
                "#Not finite",
                "#Mean",
                "#Sd",
                "#Median",
                "#Min",
                "#Max",
                "#Skewness",
                "#Kurtosis");
        for (var i = 0; i < classes.size(); i++) {
            var one = numbers.get(i);
            table.row(
                    classes.get(i).name(),
                    Numbers.integer(one.n()),
                    Numbers.integer(classes.get(i).count() - one.n()),
                    number(one.mean()),
                    number(one.sd()),
                    number(one.median()),
                    number(one.min()),
                    number(one.max()),
                    number(one.skewness()),
                    number(one.kurtosis()));
        }
        return table;
    }

    private static String number(double value) {
        return Double.isFinite(value) ? Numbers.significant(value) : NONE;
    }
}
