package org.histogrid.neuron.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import org.histogrid.base.Numbers;
import org.histogrid.base.ui.Buttons;
import org.histogrid.base.ui.Choices;
import org.histogrid.base.ui.DataTable;
import org.histogrid.base.ui.SearchProgress;
import org.histogrid.neuron.NeuronPlace;
import org.histogrid.neuron.SimilarList;
import org.histogrid.neuron.SimilarList.Similar;
import org.histogrid.neuron.SimilarNeurons;
import org.histogrid.sharing.CurrentViewer;
import org.histogrid.stats.Correlation;

/// The neurons of the hook point that act most like this one, and most against it. Looked for when asked, as this
/// reads the whole hook point.
final class SimilarSection extends Composite<Section> {

    private static final int SHOWN = 10;

    private final SimilarNeurons similar;
    private final CurrentViewer viewer;
    private final NeuronPlace place;
    private final Select<Correlation.Kind> by =
            Choices.select("Compare by", SimilarSection::words, Correlation.Kind.values());
    private final Button start = Buttons.plain("Find similar neurons", this::start);
    private final SearchProgress<SimilarList> progress = new SearchProgress<>("Comparing neurons");
    private final Div result = new Div();

    SimilarSection(SimilarNeurons similar, CurrentViewer viewer, NeuronPlace place) {
        this.similar = similar;
        this.viewer = viewer;
        this.place = place;
        by.setValue(Correlation.Kind.SPEARMAN);
        by.addValueChangeListener(_ -> ask());
        by.removeClassName("hg-wide");
        by.setWidth("13rem");
        result.addClassName("hg-extremes");
        var form = new Div(by, start);
        form.addClassName("hg-similar-form");
        getContent().addClassName("hg-section");
        getContent().add(new H2("Neurons with similar activations"), form, progress, result);
    }

    private static String words(Correlation.Kind by) {
        return switch (by) {
            case SPEARMAN -> "Spearman, by ranks";
            case PEARSON -> "Pearson, by values";
        };
    }

    @Override
    protected void onAttach(AttachEvent event) {
        ask();
    }

    /// Shows what is known already.
    private void ask() {
        progress.cancel();
        idle("Compares all %s of this hook point over all samples."
                .formatted(Numbers.count(place.point().neuronCount(), "neuron")));
        similar.known(viewer.get(), place.ref(), by.getValue()).ifPresent(this::show);
    }

    private void idle(String sentence) {
        start.setVisible(true);
        result.removeAll();
        progress.say(sentence);
    }

    private void start() {
        var search = similar.search(viewer.get(), place.ref(), by.getValue());
        start.setVisible(false);
        progress.follow(search, this::show, this::idle);
    }

    private void show(SimilarList found) {
        start.setVisible(false);
        result.removeAll();
        result.add(part("Most alike", found.alike()), part("Most opposite", found.opposite()));
        progress.say("%s compared%s.".formatted(Numbers.count(found.compared(), "neuron"), constant(found)));
    }

    private static String constant(SimilarList found) {
        return found.constant() == 0
                ? ""
                : ", %s left out as they or this one never change".formatted(Numbers.integer(found.constant()));
    }

    private Div part(String title, List<Similar> neurons) {
        var table = new DataTable(title, "Neuron", "#Correlation");
        neurons.stream()
                .limit(SHOWN)
                .forEach(one -> table.row(
                        new Anchor(place.at(one.neuron()).path(), String.valueOf(one.neuron())),
                        Numbers.significant(one.correlation())));
        var part = new Div(new H3(title), neurons.isEmpty() ? new Paragraph("None.") : table);
        part.addClassName("hg-extreme");
        return part;
    }
}
