package org.histogrid.neuron.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Objects;
import java.util.Optional;
import org.histogrid.base.ui.PageKeys;
import org.histogrid.dataset.LabelingId;
import org.histogrid.dataset.ValueRange;
import org.histogrid.histogram.HistogramSettings;
import org.histogrid.histogram.ui.SettingsDrawer;
import org.histogrid.neuron.ScaledRanges;
import org.histogrid.sharing.CurrentViewer;
import org.histogrid.stats.Statistic;
import org.jspecify.annotations.Nullable;

/// One neuron: its histogram with all settings, its samples, scores, the same neuron elsewhere, similar ones, and what
/// was found on it. The address says all that is chosen.
@Route("datasets/:dataset/:site/:layer/:neuron")
@PermitAll
class NeuronView extends Composite<Main> implements BeforeEnterObserver, HasDynamicTitle, NeuronStudy.Listener {

    private final NeuronPages pages;
    private final ScaledRanges ranges;
    private final CurrentViewer viewer;
    private final NeuronSections sections;
    private final NeuronHead head;
    private final NeuronStudy study;
    private final SettingsDrawer drawer = new SettingsDrawer(this::settle, this::toggleSettings).forOnePanel();
    private final Div main = new Div();
    private final Div body = new Div();
    private @Nullable NeuronPage page;
    private @Nullable FindingSection findings;

    NeuronView(
            NeuronPages pages,
            ScaledRanges ranges,
            CurrentViewer viewer,
            NeuronStudy.Factory studies,
            NeuronSections sections) {
        this.pages = pages;
        this.ranges = ranges;
        this.viewer = viewer;
        this.sections = sections;
        study = studies.create(this);
        var keys = new PageKeys();
        head = new NeuronHead(this, keys);
        keys.on("j", "Next neuron", () -> head.step(1))
                .on("k", "Previous neuron", () -> head.step(-1))
                .on("]", "Next layer", () -> head.layer(1))
                .on("[", "Previous layer", () -> head.layer(-1))
                .listenWith(this);
        main.addClassName("hg-project-main");
        body.addClassName("hg-neuron-sections");
        drawer.setVisible(false);
        getContent().addClassNames("hg-page", "hg-project");
        getContent().add(main, drawer);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        open(pages.open(event.getRouteParameters(), event.getLocation().getQueryParameters()));
    }

    @Override
    public String getPageTitle() {
        return "%s · Histogrid".formatted(page().title());
    }

    private NeuronPage page() {
        return Objects.requireNonNull(page, "No neuron is open");
    }

    private void open(NeuronPage opened) {
        page = opened;
        head.show(opened);
        main.removeAll();
        main.add(head);
        if (opened.labeling().isEmpty()) {
            main.add(new NoLabeling(opened.place()));
            return;
        }
        main.add(study, body);
        drawSettings(opened);
        body.removeAll();
        findings = sections.findings(opened);
        body.add(sections.of(opened, this::selectRecorded));
        body.add(findings);
    }

    private void drawSettings(NeuronPage shown) {
        drawer.show(shown.settings());
        study.show(shown.subject().orElseThrow());
        study.select(shown.selected());
    }

    /// @throws org.histogrid.base.BadInput when that cannot be drawn; nothing is changed then
    private void settle(HistogramSettings settings) {
        page = pages.with(page(), settings);
        drawSettings(page());
        remember();
    }

    void choose(LabelingId labeling) {
        open(pages.with(page(), labeling));
        remember();
    }

    @Override
    public void selected(Optional<ValueRange> values) {
        page = page().withSelected(values);
        remember();
    }

    private void selectRecorded(ValueRange recorded) {
        var source = page().source();
        study.select(Optional.of(
                ranges.toShown(viewer.get(), source, page().settings().scale(), recorded)));
        study.scrollIntoView();
    }

    @Override
    public void densityWanted() {
        settle(page().settings().withStat(Statistic.DENSITY));
    }

    /// The address of the page becomes that of what it shows, without another visit.
    private void remember() {
        UI.getCurrent().getPage().getHistory().replaceState(null, page().location());
    }

    void addFinding() {
        sections.note(page(), () -> Optional.ofNullable(findings).ifPresent(FindingSection::reload));
    }

    void toggleSettings() {
        drawer.setVisible(!drawer.isVisible());
        getContent().setClassName("hg-drawer-open", drawer.isVisible());
        if (drawer.isVisible()) {
            drawer.focus();
        } else {
            head.focusSettings();
        }
    }
}
