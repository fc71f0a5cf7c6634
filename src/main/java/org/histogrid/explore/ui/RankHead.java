package org.histogrid.explore.ui;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import org.histogrid.neuron.ui.ColumnWords;
import org.histogrid.screening.RankOrder;
import org.histogrid.screening.ScoreAt;

/// The head of a column, which ranks by it, and by its other end where it is ranked by that already.
final class RankHead extends NativeButton {

    RankHead(ScoreAt column, ExplorePage page, ExploreActions actions) {
        var words = page.words();
        var isRanked = column.equals(page.query().by());
        var next = isRanked ? next(page.query().order()) : RankOrder.ABS;
        var half = new Span(ColumnWords.shortly(column.split()));
        half.addClassNames("hg-quiet", "hg-small");
        add(new Span(words.name(column.column()) + (isRanked ? sign(page.query().order()) : "")), half);
        addClassNames("hg-tool", "hg-ranking-head");
        getElement()
                .setAttribute("type", "button")
                .setAttribute("title", words.explain(column.column()))
                .setAttribute("aria-pressed", String.valueOf(isRanked))
                .setAttribute(
                        "aria-label",
                        "Rank by %s, %s"
                                .formatted(words.ranking(column.column(), next), ColumnWords.half(column.split())));
        addClickListener(_ -> actions.explore(actions.page().query().ranked(column, next)));
    }

    private static String sign(RankOrder order) {
        return switch (order) {
            case ABS -> " \u2195";
            case DESC -> " \u2193";
            case ASC -> " \u2191";
        };
    }

    private static RankOrder next(RankOrder order) {
        return switch (order) {
            case ABS -> RankOrder.DESC;
            case DESC -> RankOrder.ASC;
            case ASC -> RankOrder.ABS;
        };
    }
}
