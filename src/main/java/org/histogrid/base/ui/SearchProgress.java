package org.histogrid.base.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.util.Optional;
import java.util.function.Consumer;
import org.histogrid.base.Search;

/// How far a search is, by a bar and in words. The search ends when this leaves the page.
public final class SearchProgress<T> extends Composite<Div> {

    private static final int POLL_MILLIS = 300;

    private final Paragraph words = new Paragraph();
    private final ProgressBar bar = new ProgressBar();
    private Optional<Search<T>> running = Optional.empty();

    /// @param doing what a bar stands for, for screen readers
    public SearchProgress(String doing) {
        bar.getElement().setAttribute("aria-label", doing);
        bar.setVisible(false);
        words.addClassNames("hg-quiet", "hg-small");
        words.getElement().setAttribute("role", "status");
        getContent().addClassName("hg-search");
        getContent().add(words, bar);
    }

    public void say(String sentence) {
        words.setText(sentence);
    }

    /// Shows a search in place of the one before, until it is over.
    ///
    /// @param onFound takes what was found
    /// @param onFailure takes a sentence that says why nothing was
    public void follow(Search<T> search, Consumer<T> onFound, Consumer<String> onFailure) {
        cancel();
        running = Optional.of(search);
        bar.setVisible(true);
        if (look(search, onFound, onFailure)) {
            Polling.of(this, POLL_MILLIS, () -> look(search, onFound, onFailure));
        }
    }

    /// Ends what runs.
    public void cancel() {
        running.ifPresent(Search::cancel);
        running = Optional.empty();
        bar.setVisible(false);
    }

    private boolean look(Search<T> search, Consumer<T> onFound, Consumer<String> onFailure) {
        if (running.filter(search::equals).isEmpty()) {
            return false;
        }
        bar.setMax(Math.max(1, search.total()));
        bar.setValue(Math.min(search.done(), search.total()));
        if (!search.isOver()) {
            return true;
        }
        running = Optional.empty();
        bar.setVisible(false);
        try {
            search.result().ifPresent(onFound);
        } catch (RuntimeException e) {
            onFailure.accept(Failures.tell(e));
        }
        return false;
    }

    @Override
    protected void onDetach(DetachEvent event) {
        cancel();
    }
}
