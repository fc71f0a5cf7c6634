package org.histogrid.project.ui;

import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.Optional;
import org.histogrid.base.ui.Notices;
import org.histogrid.dataset.LabelSplit;
import org.histogrid.dataset.NeuronRef;
import org.histogrid.dataset.SampleSource;
import org.histogrid.figure.ClassColours;
import org.histogrid.figure.GridWords;
import org.histogrid.finding.ui.FindingNavigation;
import org.histogrid.neuron.ui.NeuronStudy;
import org.histogrid.project.ProjectRow;

/// The panel of a project that is shown large. It is opened, changed and closed as the look of the project says.
final class LargePanel {

    @SpringComponent
    static class Factory {

        private final NeuronStudy.Factory studies;
        private final FindingNavigation findings;

        Factory(NeuronStudy.Factory studies, FindingNavigation findings) {
            this.studies = studies;
            this.findings = findings;
        }

        LargePanel create(ProjectView view, ProjectLooking looking) {
            return new LargePanel(this, view, looking);
        }
    }

    /// What is open now, and for which panel.
    private record Open(ProjectLook.Place place, EnlargedPanel dialog) {}

    private final Factory services;
    private final ProjectView view;
    private final ProjectLooking looking;
    private Optional<Open> open = Optional.empty();

    private LargePanel(Factory services, ProjectView view, ProjectLooking looking) {
        this.services = services;
        this.view = view;
        this.looking = looking;
    }

    void show() {
        var wanted = view.open().look().panel();
        if (!open.map(Open::place).equals(wanted)) {
            dismiss();
        }
        wanted.ifPresent(place -> subject(place).ifPresentOrElse(subject -> show(place, subject), () -> miss(place)));
    }

    private void show(ProjectLook.Place place, NeuronStudy.Subject subject) {
        if (open.isPresent()) {
            open.get().dialog().show(subject);
        } else {
            var dialog = new EnlargedPanel(services.studies, actions(place));
            open = Optional.of(new Open(place, dialog));
            dialog.show(subject);
            dialog.open();
        }
    }

    /// Said once: from then on no panel is wanted.
    private void miss(ProjectLook.Place place) {
        dismiss();
        view.open().become(view.open().look().at(Optional.empty()));
        Notices.showError("This project has no panel %s.".formatted(place));
    }

    private void dismiss() {
        open.map(Open::dialog).ifPresent(EnlargedPanel::dismiss);
        open = Optional.empty();
    }

    private EnlargedPanel.Actions actions(ProjectLook.Place place) {
        return new EnlargedPanel.Actions() {
            @Override
            public void closed() {
                open = Optional.empty();
                looking.letGo();
            }

            @Override
            public void showDensity() {
                view.showDensity();
            }

            @Override
            public void openNeuron() {
                looking.openNeuron(place.row(), place.column());
            }

            @Override
            public void addFinding() {
                var neuron = ProjectNeurons.at(view.draft().content(), place.row(), place.column());
                services.findings.open(neuron, view::reload);
            }
        };
    }

    private Optional<NeuronStudy.Subject> subject(ProjectLook.Place place) {
        var grid = view.open().grid();
        return place.in(grid).map(panel -> {
            var row = view.draft().content().rows().get(place.row());
            return new NeuronStudy.Subject(
                    panel,
                    grid.settings(),
                    ClassColours.of(grid),
                    row.label(),
                    GridWords.baseRate(grid),
                    Optional.of(row).filter(_ -> panel.edges().isPresent()).flatMap(of -> samples(of, panel.neuron())));
        });
    }

    /// Only for those who may see the dataset itself.
    private Optional<SampleSource> samples(ProjectRow row, int neuron) {
        var thresholds = view.open().look().thresholds();
        return view.open()
                .dataset(row)
                .flatMap(dataset -> dataset.labeling(row.labeling()))
                .map(labeling -> SampleSource.of(
                        new NeuronRef(row.dataset(), row.hookPoint(), neuron),
                        Optional.ofNullable(thresholds.get(labeling.name()))
                                .filter(_ -> labeling.isOnScore())
                                .map(cut -> LabelSplit.at(labeling.id(), cut))
                                .orElseGet(() -> LabelSplit.stored(labeling.id()))));
    }
}
