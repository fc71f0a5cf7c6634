package org.histogrid.project.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.histogrid.base.BadInput;
import org.histogrid.base.Numbers;
import org.histogrid.base.ui.Buttons;
import org.histogrid.base.ui.Choices;
import org.histogrid.dataset.DatasetDetails;
import org.histogrid.dataset.DatasetId;
import org.histogrid.dataset.DatasetService;
import org.histogrid.dataset.HookPoint;
import org.histogrid.finding.FindingService;
import org.histogrid.project.NeuronChoice;
import org.histogrid.project.ProjectRow;
import org.histogrid.project.ui.NeuronSearch.Suggestion;
import org.histogrid.sharing.CurrentViewer;

/// Adds neurons to a row: typed, or found by number or by what was noted on them.
final class AddNeuronsDialog extends Dialog {

    @SpringComponent
    static class Factory {

        private final DatasetService datasets;
        private final FindingService findings;
        private final TopNeurons.Factory tops;
        private final CurrentViewer viewer;

        Factory(DatasetService datasets, FindingService findings, TopNeurons.Factory tops, CurrentViewer viewer) {
            this.datasets = datasets;
            this.findings = findings;
            this.tops = tops;
            this.viewer = viewer;
        }

        /// @param row the one chosen at first
        /// @param onAccept takes the row and what is to be added; a [BadInput] it throws is told in the dialog
        AddNeuronsDialog create(List<ProjectRow> rows, int row, BiConsumer<Integer, NeuronAddition> onAccept) {
            return new AddNeuronsDialog(this, rows, row, onAccept);
        }

        private Map<DatasetId, DatasetDetails> datasetsOf(List<ProjectRow> rows) {
            return datasets.findAll(
                    viewer.get(),
                    rows.stream().map(ProjectRow::dataset).distinct().toList());
        }

        private NeuronSearch search(ProjectRow row, HookPoint point) {
            return new NeuronSearch(point, findings.at(viewer.get(), row.dataset(), point.id()));
        }
    }

    private final Factory services;
    private final BiConsumer<Integer, NeuronAddition> onAccept;
    private final Select<RowChoice> row = Choices.select("Row", RowChoice::inWords);
    private final NeuronsField typed = new NeuronsField(this::preview);
    private final MultiSelectComboBox<Suggestion> found = new MultiSelectComboBox<>("Search");
    private final TopNeurons top;
    private final Paragraph preview = new Paragraph();
    private final Button add = Buttons.primary("Add neurons", this::accept);

    private Optional<NeuronChoice> chosen = Optional.empty();

    private AddNeuronsDialog(
            Factory services, List<ProjectRow> rows, int first, BiConsumer<Integer, NeuronAddition> onAccept) {
        this.services = services;
        this.onAccept = onAccept;
        top = services.tops.create(this::take);
        setHeaderTitle("Add neurons");
        addClassName("hg-dialog");
        found.setHelperText("The start of a number, or words of a finding at this hook point");
        found.setItemLabelGenerator(this::inWords);
        found.addClassName("hg-wide");
        found.addValueChangeListener(_ -> preview());
        preview.addClassName("hg-preview");
        preview.getElement().setAttribute("role", "status");
        var known = services.datasetsOf(rows);
        row.setItems(IntStream.range(0, rows.size())
                .mapToObj(position -> RowChoice.of(position, rows.get(position), known))
                .toList());
        row.addValueChangeListener(
                event -> Optional.ofNullable(event.getValue()).ifPresent(this::choose));
        row.setVisible(rows.size() > 1);
        var form = new Div(row, typed, found, top, preview);
        form.addClassName("hg-fields");
        add(form);
        getFooter().add(Buttons.plain("Cancel", this::close), add);
        row.setValue(row.getListDataView().getItem(first));
        typed.focus();
    }

    private void choose(RowChoice wanted) {
        found.clear();
        chosen = Optional.empty();
        top.of(wanted.row());
        top.setVisible(wanted.point().isPresent());
        row.setInvalid(wanted.point().isEmpty());
        row.setErrorMessage("The dataset of this row is not there for you. Choose another one for it first.");
        typed.setVisible(wanted.point().isPresent());
        found.setVisible(wanted.point().isPresent());
        wanted.point().ifPresent(point -> {
            typed.hold(point);
            var search = services.search(wanted.row(), point);
            found.setItems(query -> search.matching(query.getFilter().orElse(""))
                    .skip(query.getOffset())
                    .limit(query.getLimit()));
        });
        preview();
    }

    /// Neurons of a ranking stand with those that were typed, and can be changed like them.
    private void take(NeuronChoice choice) {
        var all = new LinkedHashSet<>(typed.accept().orElse(List.of()));
        all.addAll(choice.neurons());
        chosen = Optional.of(choice);
        typed.setNeurons(List.copyOf(all));
        preview();
    }

    private String inWords(Suggestion suggestion) {
        var isThere = row.getValue().row().neurons().contains(suggestion.neuron());
        return suggestion.inWords() + (isThere ? ", already in the row" : "");
    }

    /// What is typed and found, or nothing where something is wrong with it, which is then told.
    private Optional<NeuronAddition> addition() {
        var of = row.getValue();
        return typed.accept()
                .flatMap(neurons -> of.point().map(point -> {
                    var wanted = new ArrayList<>(neurons);
                    found.getValue().forEach(suggestion -> wanted.add(suggestion.neuron()));
                    return NeuronAddition.of(of.row(), point, wanted).chosen(chosen);
                }));
    }

    private void preview() {
        var words = "";
        var verb = "Add neurons";
        try {
            var addition = addition();
            words = addition.map(NeuronAddition::inWords).orElse("");
            verb = addition.map(NeuronAddition::added)
                    .filter(added -> !added.isEmpty())
                    .map(added -> "Add " + Numbers.count(added.size(), "neuron"))
                    .orElse(verb);
        } catch (BadInput e) {
            typed.refuse(e);
        }
        preview.setText(words);
        add.setText(verb);
    }

    void accept() {
        try {
            var addition = addition();
            if (addition.isEmpty()) {
                return;
            }
            if (addition.get().added().isEmpty()) {
                throw new BadInput(
                        addition.get().present().isEmpty()
                                ? "Type or choose at least one neuron."
                                : "The row has these already.");
            }
            onAccept.accept(row.getValue().position(), addition.get());
            close();
        } catch (BadInput e) {
            typed.refuse(e);
            typed.focus();
        }
    }

    MultiSelectComboBox<Suggestion> found() {
        return found;
    }
}
