package org.histogrid.dataset.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.time.Instant;
import java.util.List;
import org.histogrid.dataset.ImportStatus;

/// The imports of the team that run now.
class RunningImports extends Composite<Div> {

    RunningImports() {
        getContent().addClassName("hg-running");
        getContent().getElement().setAttribute("aria-live", "polite");
        setVisible(false);
    }

    void show(List<ImportStatus> running, Instant now) {
        getContent().removeAll();
        running.forEach(one -> getContent().add(line(one, now)));
        setVisible(!running.isEmpty());
    }

    private static Div line(ImportStatus status, Instant now) {
        var bar = new ProgressBar(0, 1, status.share());
        bar.getElement().setAttribute("aria-label", "Import of " + status.name());
        bar.setIndeterminate(status.state() == ImportStatus.State.QUEUED);
        var words = new Span(ImportWords.progress(status, now));
        words.addClassNames("hg-quiet", "hg-figures");
        var line = new Div(new Anchor(DatasetNavigation.pathOf(status.id()), status.name()), bar, words);
        line.addClassName("hg-progress-line");
        return line;
    }
}
