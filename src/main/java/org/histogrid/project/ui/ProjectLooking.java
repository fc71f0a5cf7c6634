package org.histogrid.project.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.histogrid.base.ui.Notices;
import org.histogrid.dataset.DatasetService;
import org.histogrid.dataset.LabelSplit;
import org.histogrid.dataset.LabelingService;
import org.histogrid.dataset.NeuronAddress;
import org.histogrid.dataset.NeuronRef;
import org.histogrid.dataset.SampleSource;
import org.histogrid.figure.ClassColours;
import org.histogrid.figure.GridWords;
import org.histogrid.finding.ui.FindingNavigation;
import org.histogrid.neuron.ui.NeuronNavigation;
import org.histogrid.neuron.ui.NeuronStudy;
import org.histogrid.project.ProjectRow;
import org.histogrid.sharing.CurrentViewer;

/// How a project is looked at: which panel is large, which classes are hidden, where thresholds are. The address
/// follows
/// without a request of its own.
final class ProjectLooking implements ThresholdBar.Moves {

    @SpringComponent
    static class Factory {

        private final DatasetService datasets;
        private final LabelingService labelings;
        private final FindingNavigation findings;
        private final NeuronStudy.Factory studies;
        private final CurrentViewer viewer;

        Factory(
                DatasetService datasets,
                LabelingService labelings,
                FindingNavigation findings,
                NeuronStudy.Factory studies,
                CurrentViewer viewer) {
            this.datasets = datasets;
            this.labelings = labelings;
            this.findings = findings;
            this.studies = studies;
            this.viewer = viewer;
        }

        ProjectLooking create(ProjectView view) {
            return new ProjectLooking(this, view);
        }
    }

    private final Factory services;
    private final ProjectView view;
    private Optional<EnlargedPanel> large = Optional.empty();
    private Optional<ProjectLook.Place> shown = Optional.empty();

    private ProjectLooking(Factory services, ProjectView view) {
        this.services = services;
        this.view = view;
    }

    GridPicture picture() {
        var content = view.draft().content();
        return new GridPicture(
                view.open().grid(),
                content.rows().stream().map(ProjectRow::label).toList(),
                services.findings.counts(services.viewer.get(), ProjectNeurons.of(content)));
    }

    void hide(Set<String> classes) {
        view.open().become(view.open().look().hiding(classes));
        showAddress();
    }

    void enlarge(int row, int column) {
        view.open().become(view.open().look().at(Optional.of(new ProjectLook.Place(row, column))));
        // Going back closes it
        UI.getCurrent().getPage().getHistory().pushState(null, address());
        showPanel();
    }

    private void closePanel() {
        large = Optional.empty();
        shown = Optional.empty();
        view.open().become(view.open().look().at(Optional.empty()));
        showAddress();
    }

    /// Opens, changes or closes the large panel as the look says.
    void showPanel() {
        var wanted = view.open().look().panel();
        if (large.isPresent() && wanted.equals(shown)) {
            wanted.flatMap(this::subject).ifPresent(large.get()::show);
            return;
        }
        large.ifPresent(EnlargedPanel::dismiss);
        shown = wanted;
        large = wanted.flatMap(place -> subject(place).map(subject -> open(place, subject)));
    }

    private EnlargedPanel open(ProjectLook.Place place, NeuronStudy.Subject subject) {
        var panel = new EnlargedPanel(services.studies, new EnlargedPanel.Actions() {
            @Override
            public void closed() {
                closePanel();
            }

            @Override
            public void showDensity() {
                view.showDensity();
            }

            @Override
            public void openNeuron() {
                ProjectLooking.this.openNeuron(place.row(), place.column());
            }

            @Override
            public void addFinding() {
                services.findings.open(
                        ProjectNeurons.at(view.draft().content(), place.row(), place.column()), view::reload);
            }
        });
        panel.show(subject);
        panel.open();
        return panel;
    }

    private Optional<NeuronStudy.Subject> subject(ProjectLook.Place place) {
        var picture = picture();
        var rows = picture.grid().rows();
        if (place.row() < 0
                || place.row() >= rows.size()
                || place.column() < 0
                || place.column() >= rows.get(place.row()).panels().size()) {
            Notices.showError("This project has no panel %s.".formatted(place));
            return Optional.empty();
        }
        var panel = rows.get(place.row()).panels().get(place.column());
        return Optional.of(new NeuronStudy.Subject(
                panel,
                picture.grid().settings(),
                ClassColours.of(picture.grid()),
                picture.labels().get(place.row()),
                GridWords.baseRate(picture.grid()),
                Optional.of(view.draft().content().rows().get(place.row()))
                        .filter(_ -> panel.edges().isPresent())
                        .flatMap(row -> samples(row, panel.neuron()))));
    }

    /// Only for those who may see the dataset itself.
    private Optional<SampleSource> samples(ProjectRow row, int neuron) {
        return Optional.ofNullable(services.datasets
                        .findAll(services.viewer.get(), List.of(row.dataset()))
                        .get(row.dataset()))
                .flatMap(dataset -> dataset.labeling(row.labeling()))
                .map(labeling -> SampleSource.of(
                        new NeuronRef(row.dataset(), row.hookPoint(), neuron),
                        Optional.ofNullable(view.open().look().thresholds().get(labeling.name()))
                                .filter(_ -> labeling.isOnScore())
                                .map(cut -> LabelSplit.at(labeling.id(), cut))
                                .orElseGet(() -> LabelSplit.stored(labeling.id()))));
    }

    void openNeuron(int row, int column) {
        var neuron = ProjectNeurons.at(view.draft().content(), row, column);
        var dataset = services.datasets.find(services.viewer.get(), neuron.dataset());
        var path = NeuronAddress.path(dataset, dataset.requireHookPoint(neuron.hookPoint()), neuron.neuron());
        NeuronNavigation.open(path);
    }

    @Override
    public void part(String labeling, double threshold) {
        view.open().become(view.open().look().parting(labeling, threshold));
        view.refresh();
        showAddress();
    }

    @Override
    public void asStored(String labeling) {
        view.open().become(view.open().look().asStored(labeling));
        view.refresh();
        showAddress();
    }

    @Override
    public void store(List<ScoreRow> rows, double threshold) {
        new StoreThresholdDialog(rows, threshold, name -> store(rows, threshold, name)).open();
    }

    private void store(List<ScoreRow> rows, double threshold, String name) {
        var refs = rows.stream().map(ScoreRow::ref).toList();
        var stored = services.labelings.part(services.viewer.get(), refs, name, threshold);
        var content = view.draft().content();
        var next = content.rows().stream()
                .map(row -> Optional.ofNullable(stored.get(row.labelingRef()))
                        .map(labeling -> row.withLabeling(labeling.id()))
                        .orElse(row))
                .toList();
        view.open()
                .become(view.open().look().asStored(rows.getFirst().labeling().name()));
        view.edit(content.withRows(next));
    }

    void showAddress() {
        UI.getCurrent().getPage().getHistory().replaceState(null, address());
    }

    private Location address() {
        var id = view.draft().saved().id();
        var look = view.open().look();
        var path = look.panel()
                .map(place -> ProjectNavigation.path(id) + "/panels/" + place)
                .orElseGet(() -> ProjectNavigation.path(id));
        return new Location(path, new QueryParameters(view.open().toQuery()));
    }
}
