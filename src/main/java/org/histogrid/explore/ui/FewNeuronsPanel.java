package org.histogrid.explore.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.Optional;
import org.histogrid.base.ui.Buttons;
import org.histogrid.base.ui.SearchProgress;
import org.histogrid.screening.FewNeurons;
import org.histogrid.screening.FewNeuronsPath;
import org.histogrid.screening.Selection;
import org.histogrid.sharing.CurrentViewer;

/// Which few neurons of the hook point tell the classes apart together. Looked for when asked, as it takes up to
/// minutes.
final class FewNeuronsPanel extends Composite<Section> {

    @SpringComponent
    static class Factory {

        private final FewNeurons fewNeurons;
        private final CurrentViewer viewer;

        Factory(FewNeurons fewNeurons, CurrentViewer viewer) {
            this.fewNeurons = fewNeurons;
            this.viewer = viewer;
        }

        FewNeuronsPanel create(ExploreActions actions) {
            return new FewNeuronsPanel(fewNeurons, viewer, actions);
        }
    }

    private final FewNeurons fewNeurons;
    private final CurrentViewer viewer;
    private final ExploreActions actions;
    private final Button start = Buttons.plain("Find few neurons", this::start);
    private final Button stop = Buttons.plain("Stop", this::stop);
    private final SearchProgress<FewNeuronsPath> progress = new SearchProgress<>("Training models");
    private final Div result = new Div();
    private Optional<Selection> shown = Optional.empty();

    private FewNeuronsPanel(FewNeurons fewNeurons, CurrentViewer viewer, ExploreActions actions) {
        this.fewNeurons = fewNeurons;
        this.viewer = viewer;
        this.actions = actions;
        result.addClassName("hg-extremes");
        var form = new Div(start, stop);
        form.addClassName("hg-similar-form");
        getContent().addClassName("hg-section");
        getContent().add(new H2("Few neurons together"), form, progress, result);
    }

    void show(ExplorePage page) {
        var selection = Optional.of(page.selection());
        if (selection.equals(shown)) {
            return;
        }
        progress.cancel();
        shown = selection;
        idle(
                page.point().isPresent()
                        ? "Trains sparse models on the discovery half, for which neurons add to one another."
                        : "Choose one hook point to look for neurons that add to one another.");
        start.setVisible(page.point().isPresent());
        if (page.point().isPresent()) {
            fewNeurons.known(viewer.get(), page.selection()).ifPresent(this::show);
        }
    }

    private void idle(String sentence) {
        stop.setVisible(false);
        start.setVisible(true);
        result.removeAll();
        progress.say(sentence);
    }

    private void start() {
        var search = fewNeurons.start(viewer.get(), actions.page().selection());
        start.setVisible(false);
        stop.setVisible(true);
        progress.say("Training models.");
        progress.follow(search, this::show, this::idle);
    }

    private void stop() {
        progress.cancel();
        idle("Stopped.");
    }

    private void show(FewNeuronsPath path) {
        idle(FewNeuronsTables.words(path));
        start.setVisible(false);
        result.add(FewNeuronsTables.steps(path), FewNeuronsTables.chosen(actions.page(), path));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        shown = Optional.empty();
    }
}
