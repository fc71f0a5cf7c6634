package org.histogrid.project.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.ArrayList;
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
import org.histogrid.project.ProjectRow;
import org.histogrid.project.ui.NeuronSearch.Suggestion;
import org.histogrid.sharing.CurrentViewer;

/// Adds neurons to a row: typed, or found by number or by what was noted on them.
final class AddNeuronsDialog extends Dialog {

    @SpringComponent
    static class Factory {

        private final DatasetService datasets;
        private final FindingService findings;
        private final CurrentViewer viewer;

        Factory(DatasetService datasets, FindingService findings, CurrentViewer viewer) {
            this.datasets = datasets;
            this.findings = findings;
            this.viewer = viewer;
        }

        /// @param row the one chosen at first
        /// @param onAccept takes the row and what is to be added; a [BadInput] it throws is told in the dialog
        AddNeuronsDialog create(List<ProjectRow> rows, int row, BiConsumer<Integer, List<Integer>> onAccept) {
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

    /// A row as it is offered. One whose dataset is gone has no hook point.
    private record Choice(int position, ProjectRow row, Optional<HookPoint> point) {

        String inWords() {
            return "%d. %s%s"
                    .formatted(
                            position + 1,
                            row.label(),
                            point.map(held -> ", " + held.inWords()).orElse(""));
        }
    }

    private final Factory services;
    private final BiConsumer<Integer, List<Integer>> onAccept;
    private final Select<Choice> row = Choices.select("Row", Choice::inWords);
    private final NeuronsField typed = new NeuronsField(this::preview);
    private final MultiSelectComboBox<Suggestion> found = new MultiSelectComboBox<>("Search");
    private final Paragraph preview = new Paragraph();
    private final Button add = Buttons.primary("Add neurons", this::accept);

    private AddNeuronsDialog(
            Factory services, List<ProjectRow> rows, int first, BiConsumer<Integer, List<Integer>> onAccept) {
        this.services = services;
        this.onAccept = onAccept;
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
                .mapToObj(position -> choice(position, rows.get(position), known))
                .toList());
        row.addValueChangeListener(
                event -> Optional.ofNullable(event.getValue()).ifPresent(this::choose));
        row.setVisible(rows.size() > 1);
        var form = new Div(row, typed, found, preview);
        form.addClassName("hg-fields");
        add(form);
        getFooter().add(Buttons.plain("Cancel", this::close), add);
        row.setValue(row.getListDataView().getItem(first));
        typed.focus();
    }

    private static Choice choice(int position, ProjectRow row, Map<DatasetId, DatasetDetails> known) {
        return new Choice(
                position,
                row,
                Optional.ofNullable(known.get(row.dataset())).flatMap(dataset -> dataset.hookPoint(row.hookPoint())));
    }

    private void choose(Choice chosen) {
        found.clear();
        row.setInvalid(chosen.point().isEmpty());
        row.setErrorMessage("The dataset of this row is not there for you. Choose another one for it first.");
        typed.setVisible(chosen.point().isPresent());
        found.setVisible(chosen.point().isPresent());
        chosen.point().ifPresent(point -> {
            typed.hold(point);
            var search = services.search(chosen.row(), point);
            found.setItems(query -> search.matching(query.getFilter().orElse(""))
                    .skip(query.getOffset())
                    .limit(query.getLimit()));
        });
        preview();
    }

    private String inWords(Suggestion suggestion) {
        var isThere = row.getValue().row().neurons().contains(suggestion.neuron());
        return suggestion.inWords() + (isThere ? ", already in the row" : "");
    }

    /// What is typed and found, or nothing where something is wrong with it, which is then told.
    private Optional<NeuronAddition> addition() {
        var chosen = row.getValue();
        return typed.accept()
                .flatMap(neurons -> chosen.point().map(point -> {
                    var wanted = new ArrayList<>(neurons);
                    found.getValue().forEach(suggestion -> wanted.add(suggestion.neuron()));
                    return NeuronAddition.of(chosen.row(), point, wanted);
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
            onAccept.accept(row.getValue().position(), addition.get().added());
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
