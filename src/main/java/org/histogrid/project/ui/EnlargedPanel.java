package org.histogrid.project.ui;

import com.vaadin.flow.component.dialog.Dialog;
import java.util.Optional;
import org.histogrid.base.ui.Buttons;
import org.histogrid.dataset.ValueRange;
import org.histogrid.neuron.ui.NeuronStudy;
import org.histogrid.neuron.ui.NeuronStudy.Subject;

/// One histogram of a grid, large, with its bins and, for those who may see its dataset, the samples in a range.
final class EnlargedPanel extends Dialog {

    private final NeuronStudy study;
    private Runnable onClose;

    EnlargedPanel(NeuronStudy.Factory studies, Actions actions) {
        onClose = actions::closed;
        study = studies.create(new NeuronStudy.Listener() {
            @Override
            public void selected(Optional<ValueRange> values) {}

            @Override
            public void densityWanted() {
                actions.showDensity();
            }
        });
        addClassName("hg-enlarged");
        setWidth("72rem");
        add(study);
        addOpenedChangeListener(event -> {
            if (!event.isOpened()) {
                onClose.run();
            }
        });
        getFooter()
                .add(
                        Buttons.plain("Close", this::close),
                        Buttons.plain("Neuron page", actions::openNeuron),
                        Buttons.primary("Add finding", actions::addFinding));
    }

    /// What a large panel asks of its page.
    interface Actions {

        void closed();

        void showDensity();

        void openNeuron();

        void addFinding();
    }

    /// Shows a panel, or another state of the same one, in the same places.
    void show(Subject subject) {
        setHeaderTitle("Neuron %d, %s".formatted(subject.panel().neuron(), subject.rowLabel()));
        study.show(subject);
    }

    /// Closes it without telling.
    void dismiss() {
        onClose = () -> {};
        close();
    }
}
