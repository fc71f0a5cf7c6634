package org.histogrid.explore.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.List;
import org.histogrid.base.Numbers;
import org.histogrid.base.ui.ToolButton;
import org.histogrid.dataset.NeuronRef;
import org.histogrid.screening.Ranking;

/// The list of neurons with what it is ranked by, what it is limited to, and what it must not be taken for.
final class RankingPanel extends Composite<Section> {

    @SpringComponent
    static class Factory {

        private final RankedRows rows;
        private final RankingDownloads downloads;

        Factory(RankedRows rows, RankingDownloads downloads) {
            this.rows = rows;
            this.downloads = downloads;
        }

        RankingPanel create(ExploreActions actions) {
            return new RankingPanel(rows, downloads, actions);
        }
    }

    private final RankedRows rows;
    private final RankingDownloads downloads;
    private final RankBar bar;
    private final FilterChips chips;
    private final RankingGrid grid;
    private final Paragraph words = new Paragraph();
    private final Paragraph caution = new Paragraph();
    private final Span selected = new Span();
    private final ToolButton clear;
    private final Div files = new Div();

    private RankingPanel(RankedRows rows, RankingDownloads downloads, ExploreActions actions) {
        this.rows = rows;
        this.downloads = downloads;
        bar = new RankBar(actions);
        chips = new FilterChips(actions);
        grid = new RankingGrid(rows, actions);
        clear = new ToolButton("Clear", "Select none", grid::clear);
        words.addClassName("hg-ranking-words");
        words.getElement().setAttribute("role", "status");
        caution.addClassNames("hg-quiet", "hg-small");
        selected.addClassName("hg-figures");
        var selection = new Div(selected, clear);
        selection.addClassName("hg-ranking-selection");
        files.addClassName("hg-actions");
        var foot = new Div(selection, files);
        foot.addClassName("hg-ranking-foot");
        getContent().addClassNames("hg-section", "hg-ranking-panel");
        getContent().add(new H2("Ranking"), bar, chips, words, grid, foot, caution);
        tell(0);
    }

    /// @return what was found, for others to draw
    Ranking show(ExplorePage page) {
        bar.show(page);
        chips.show(page);
        var ranking = rows.summary(page);
        words.setText("%s %s"
                .formatted(RankWords.ranking(page, ranking), RankWords.chance(page, ranking.nullMax()))
                .strip());
        caution.setText(RankWords.caution(page));
        grid.show(page, ranking.matching());
        files.removeAll();
        files.add(downloads.links(page));
        return ranking;
    }

    void tell(int neurons) {
        selected.setText(neurons == 0 ? "None selected." : Numbers.count(neurons, "neuron") + " selected.");
        clear.setVisible(neurons > 0);
    }

    void addFilter() {
        bar.filter();
    }

    List<NeuronRef> selected() {
        return grid.selected();
    }

    void clear() {
        grid.clear();
    }
}
