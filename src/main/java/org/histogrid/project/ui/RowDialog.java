package org.histogrid.project.ui;

import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.histogrid.base.BadInput;
import org.histogrid.base.NotFound;
import org.histogrid.base.ui.Buttons;
import org.histogrid.base.ui.Choices;
import org.histogrid.dataset.DatasetDetails;
import org.histogrid.dataset.DatasetId;
import org.histogrid.dataset.DatasetService;
import org.histogrid.dataset.HookPoint;
import org.histogrid.dataset.Labeling;
import org.histogrid.project.ProjectRow;
import org.histogrid.sharing.CurrentViewer;

/// Chooses where the values of a row come from, what the row is called, and its neurons.
final class RowDialog extends Dialog {

    /// A dataset as it is offered.
    record Choice(DatasetId id, String name, String model) {
        static Choice of(DatasetDetails dataset) {
            return new Choice(dataset.id(), dataset.name(), dataset.model());
        }

        String words() {
            return name.equals(model) ? name : name + " (" + model + ")";
        }
    }

    @SpringComponent
    static class Factory {

        private final DatasetService datasets;
        private final CurrentViewer viewer;

        Factory(DatasetService datasets, CurrentViewer viewer) {
            this.datasets = datasets;
            this.viewer = viewer;
        }

        /// @param onAccept shows the row; a [BadInput] it throws is told in the dialog
        RowDialog add(Consumer<ProjectRow> onAccept) {
            return new RowDialog(this, "Add row", "Add row", onAccept);
        }

        RowDialog edit(ProjectRow row, Consumer<ProjectRow> onAccept) {
            var dialog = new RowDialog(this, "Edit row", "Apply", onAccept);
            dialog.fill(row);
            return dialog;
        }

        /// Asks where else the neurons of a row are to be shown.
        RowDialog duplicate(ProjectRow row, Consumer<ProjectRow> onAccept) {
            var dialog = new RowDialog(this, "Duplicate row for another model", "Duplicate row", onAccept);
            dialog.neurons.setNeurons(row.neurons());
            return dialog;
        }
    }

    private final Factory services;
    private final Consumer<ProjectRow> onAccept;
    private final ComboBox<Choice> dataset = new ComboBox<>("Dataset");
    private final Select<Labeling> labeling = Choices.select("Labeling", Labeling::name);
    private final Select<HookPoint> point = Choices.select("Hook point", HookPoint::inWords);
    private final TextField label = new TextField("Label");
    private final NeuronsField neurons = new NeuronsField(() -> {});
    private String suggestedLabel = "";
    private Optional<ProjectRow> edited = Optional.empty();

    private RowDialog(Factory services, String title, String verb, Consumer<ProjectRow> onAccept) {
        this.services = services;
        this.onAccept = onAccept;
        setHeaderTitle(title);
        addClassName("hg-dialog");
        dataset.setItems(query -> services
                .datasets
                .search(
                        services.viewer.get(),
                        query.getFilter().orElse(""),
                        query.getPage() * query.getPageSize(),
                        query.getPageSize())
                .items()
                .stream()
                .map(item -> new Choice(item.id(), item.name(), item.model())));
        dataset.setItemLabelGenerator(Choice::words);
        dataset.setHelperText("Type to search by name or model");
        dataset.addValueChangeListener(
                event -> Optional.ofNullable(event.getValue()).ifPresent(this::choose));
        point.addValueChangeListener(
                event -> Optional.ofNullable(event.getValue()).ifPresent(neurons::hold));
        label.setMaxLength(ProjectRow.LABEL_MAX_LENGTH);
        label.setHelperText("Stands at the left of the row");
        List.<HasStyle>of(dataset, label).forEach(field -> field.addClassName("hg-wide"));
        var form = new Div(dataset, labeling, point, label, neurons);
        form.addClassName("hg-fields");
        add(form);
        getFooter().add(Buttons.plain("Cancel", this::close), Buttons.primary(verb, this::accept));
        dataset.focus();
    }

    ComboBox<Choice> dataset() {
        return dataset;
    }

    private void fill(ProjectRow row) {
        edited = Optional.of(row);
        neurons.setNeurons(row.neurons());
        label.setValue(row.label());
        try {
            var details = services.datasets.find(services.viewer.get(), row.dataset());
            dataset.setValue(Choice.of(details));
            details.labeling(row.labeling()).ifPresent(labeling::setValue);
            details.hookPoint(row.hookPoint()).ifPresent(point::setValue);
            label.setValue(row.label());
        } catch (NotFound e) {
            fail(dataset, "The dataset of this row is not there for you. Choose another one.");
        }
    }

    private void choose(Choice chosen) {
        dataset.setInvalid(false);
        var details = services.datasets.find(services.viewer.get(), chosen.id());
        labeling.setItems(details.labelings());
        point.setItems(details.hookPoints());
        details.labelings().stream().findFirst().ifPresent(labeling::setValue);
        details.hookPoints().stream().findFirst().ifPresent(point::setValue);
        if (details.labelings().isEmpty()) {
            fail(labeling, "This dataset has no labeling. Add one on its page first.");
        }
        if (label.isEmpty() || label.getValue().equals(suggestedLabel)) {
            label.setValue(details.model());
        }
        suggestedLabel = details.model();
    }

    void accept() {
        List.<HasValidationProperties>of(dataset, labeling, point, label).forEach(field -> field.setInvalid(false));
        var whichDataset = Optional.ofNullable(dataset.getValue());
        var whichLabeling = Optional.ofNullable(labeling.getValue());
        var whichPoint = Optional.ofNullable(point.getValue());
        if (whichDataset.isEmpty()) {
            fail(dataset, "Choose a dataset.");
        } else if (whichLabeling.isEmpty()) {
            fail(labeling, "Choose a labeling.");
        } else if (whichPoint.isEmpty()) {
            fail(point, "Choose a hook point.");
        } else {
            accept(whichDataset.get(), whichLabeling.get(), whichPoint.get());
        }
    }

    private void accept(Choice from, Labeling by, HookPoint at) {
        neurons.accept().ifPresentOrElse(list -> accept(from, by, at, list), neurons::focus);
    }

    private void accept(Choice from, Labeling by, HookPoint at, List<Integer> list) {
        try {
            if (list.isEmpty()) {
                throw new BadInput("Type at least one neuron.");
            }
            var typed =
                    new ProjectRow(from.id(), by.id(), at.id(), label.getValue().strip(), list);
            onAccept.accept(edited.map(typed::keeping).orElse(typed));
            close();
        } catch (BadInput e) {
            neurons.refuse(e);
            neurons.focus();
        }
    }

    private static void fail(HasValidationProperties field, String sentence) {
        field.setErrorMessage(sentence);
        field.setInvalid(true);
    }
}
