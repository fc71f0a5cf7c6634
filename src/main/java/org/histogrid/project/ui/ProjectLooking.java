package org.histogrid.project.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.histogrid.dataset.DatasetService;
import org.histogrid.dataset.LabelingService;
import org.histogrid.dataset.NeuronAddress;
import org.histogrid.finding.ui.FindingNavigation;
import org.histogrid.neuron.ui.NeuronNavigation;
import org.histogrid.sharing.CurrentViewer;

/// How a project is looked at: which panel is large, which classes are hidden, where thresholds are. The address
/// follows without a request of its own.
final class ProjectLooking implements ThresholdBar.Moves {

    @SpringComponent
    static class Factory {

        private final DatasetService datasets;
        private final LabelingService labelings;
        private final FindingNavigation findings;
        private final LargePanel.Factory large;
        private final ProjectOutliers outliers;
        private final CurrentViewer viewer;

        Factory(
                DatasetService datasets,
                LabelingService labelings,
                FindingNavigation findings,
                LargePanel.Factory large,
                ProjectOutliers outliers,
                CurrentViewer viewer) {
            this.datasets = datasets;
            this.labelings = labelings;
            this.findings = findings;
            this.large = large;
            this.outliers = outliers;
            this.viewer = viewer;
        }

        ProjectLooking create(ProjectView view) {
            return new ProjectLooking(this, view);
        }
    }

    private final Factory services;
    private final ProjectView view;
    private final LargePanel large;

    private ProjectLooking(Factory services, ProjectView view) {
        this.services = services;
        this.view = view;
        large = services.large.create(view, this);
    }

    GridPicture picture() {
        var content = view.draft().content();
        return new GridPicture(
                view.open().grid(),
                content.rows().stream().map(RowHead::of).toList(),
                services.findings.counts(services.viewer.get(), ProjectNeurons.of(content)),
                services.outliers.of(view.open().shown()));
    }

    void hide(Set<String> classes) {
        become(look().hiding(classes));
    }

    void compact(boolean on) {
        become(look().compact(on));
        view.refresh();
    }

    void enlarge(int row, int column) {
        view.open().become(look().at(Optional.of(new ProjectLook.Place(row, column))));
        // Going back closes it
        UI.getCurrent().getPage().getHistory().pushState(null, address());
        showPanel();
    }

    /// No panel is large any more.
    void letGo() {
        become(look().at(Optional.empty()));
    }

    /// Opens, changes or closes the large panel as the look says.
    void showPanel() {
        large.show();
    }

    void openNeuron(int row, int column) {
        var neuron = ProjectNeurons.at(view.draft().content(), row, column);
        var dataset = services.datasets.find(services.viewer.get(), neuron.dataset());
        var path = NeuronAddress.path(dataset, dataset.requireHookPoint(neuron.hookPoint()), neuron.neuron());
        NeuronNavigation.open(path);
    }

    @Override
    public void part(String labeling, double threshold) {
        become(look().parting(labeling, threshold));
        view.refresh();
    }

    @Override
    public void asStored(String labeling) {
        become(look().asStored(labeling));
        view.refresh();
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
        view.open().become(look().asStored(rows.getFirst().labeling().name()));
        view.edit(content.withRows(next));
    }

    private ProjectLook look() {
        return view.open().look();
    }

    private void become(ProjectLook next) {
        view.open().become(next);
        showAddress();
    }

    void showAddress() {
        UI.getCurrent().getPage().getHistory().replaceState(null, address());
    }

    private Location address() {
        var id = view.draft().saved().id();
        var path = look().panel()
                .map(place -> ProjectNavigation.path(id) + "/panels/" + place)
                .orElseGet(() -> ProjectNavigation.path(id));
        return new Location(path, new QueryParameters(view.open().toQuery()));
    }
}
