package org.histogrid.finding.ui;

import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.List;
import java.util.Optional;
import org.histogrid.base.BadInput;
import org.histogrid.dataset.DatasetItem;
import org.histogrid.dataset.DatasetService;
import org.histogrid.dataset.HookPoint;
import org.histogrid.dataset.NeuronRef;
import org.histogrid.finding.FindingService;
import org.histogrid.sharing.CurrentViewer;

/// A finding on a neuron that is looked up by dataset, hook point and number.
final class AddFindingDialog extends Dialog {

    private final FindingService findings;
    private final DatasetService datasets;
    private final CurrentViewer viewer;
    private final Runnable onChange;
    private final ComboBox<DatasetItem> dataset = new ComboBox<>("Dataset");
    private final Select<HookPoint> point = new Select<>();
    private final IntegerField neuron = new IntegerField("Neuron");
    private final FindingForm form = new FindingForm();

    AddFindingDialog(FindingService findings, DatasetService datasets, CurrentViewer viewer, Runnable onChange) {
        this.findings = findings;
        this.datasets = datasets;
        this.viewer = viewer;
        this.onChange = onChange;
        setHeaderTitle("Add finding");
        addClassName("hg-dialog");
        dataset.setItems(query -> datasets
                .search(
                        viewer.get(),
                        query.getFilter().orElse(""),
                        query.getPage() * query.getPageSize(),
                        query.getPageSize())
                .items()
                .stream());
        dataset.setItemLabelGenerator(DatasetItem::name);
        dataset.setHelperText("Type to search by name or model");
        dataset.addValueChangeListener(event -> choose(Optional.ofNullable(event.getValue())));
        point.setLabel("Hook point");
        point.setItemLabelGenerator(HookPoint::inWords);
        point.addValueChangeListener(event -> Optional.ofNullable(event.getValue())
                .ifPresent(chosen -> neuron.setHelperText("Recorded: " + chosen.neuronsInWords())));
        List.<HasStyle>of(dataset, point, neuron).forEach(field -> field.addClassName("hg-wide"));
        var body = new Div(dataset, point, neuron, form);
        body.addClassName("hg-fields");
        add(body);
        var save = new Button("Save finding", _ -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button("Cancel", _ -> close()), save);
        dataset.focus();
    }

    private void choose(Optional<DatasetItem> chosen) {
        var points = chosen.map(item -> datasets.find(viewer.get(), item.id()).hookPoints())
                .orElse(List.of());
        point.setItems(points);
        points.stream().findFirst().ifPresent(point::setValue);
    }

    private void save() {
        List.<HasValidationProperties>of(dataset, point, neuron).forEach(field -> field.setInvalid(false));
        var which = Optional.ofNullable(dataset.getValue());
        var where = Optional.ofNullable(point.getValue());
        var index = Optional.ofNullable(neuron.getValue());
        if (which.isEmpty()) {
            fail(dataset, "Choose a dataset.");
        } else if (where.isEmpty()) {
            fail(point, "Choose a hook point.");
        } else if (index.isEmpty()) {
            fail(neuron, "Type the number of a neuron.");
        } else {
            save(new NeuronRef(which.get().id(), where.get().id(), index.get()));
        }
    }

    private void save(NeuronRef ref) {
        try {
            findings.add(viewer.get(), ref, form.read());
            close();
            onChange.run();
        } catch (BadInput e) {
            if (e.field().filter("neuron"::equals).isPresent()) {
                fail(neuron, String.valueOf(e.getMessage()));
            } else {
                form.show(e);
            }
        }
    }

    private static void fail(HasValidationProperties field, String sentence) {
        field.setErrorMessage(sentence);
        field.setInvalid(true);
    }
}
