package org.histogrid.project.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.histogrid.account.LoggedIn;
import org.histogrid.base.ui.DataTable;
import org.histogrid.chart.StepChart;
import org.histogrid.dataset.DatasetService;
import org.histogrid.dataset.LabelingRule;
import org.histogrid.dataset.LabelingService;
import org.histogrid.project.ProjectRow;
import org.histogrid.sharing.Visibility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Rows and panels added, moved, duplicated and removed on the page of a project.
class GridEditingTest extends ProjectPage {

    @Autowired
    private DatasetService datasets;

    @Autowired
    private LabelingService labelings;

    private ProjectView view;

    private void show(ProjectRow... rows) {
        view = open(project(rows));
    }

    private List<Integer> neurons(int row) {
        return view.draft().content().rows().get(row).neurons();
    }

    private List<String> labels() {
        return view.draft().content().rows().stream().map(ProjectRow::label).toList();
    }

    private GridMenu menu() {
        return find(GridPanel.class).single().menu().orElseThrow();
    }

    private GridMenu menu(int row, int column) {
        var menu = menu();
        menu.fill(row, column);
        return menu;
    }

    private void choose(int row, int column, String item) {
        var chosen = menu(row, column).getItems().stream()
                .filter(one -> one.getText().equals(item))
                .findFirst()
                .orElseThrow();
        assertThat(chosen.isEnabled()).isTrue();
        ComponentUtil.fireEvent(chosen, new ClickEvent<>(chosen));
    }

    private void drop(int fromRow, int fromColumn, int toRow, int toColumn) {
        var area = find(GridArea.class).single();
        ComponentUtil.fireEvent(area, new GridArea.Move(area, true, fromRow, fromColumn, toRow, toColumn));
    }

    private String notice() {
        return test(find(Notification.class).single()).getText();
    }

    @Test
    void editsShowAtOnceAndAreSavedByTheKey() {
        var project = project(row("First", 3, 0));
        view = open(project);

        choose(0, 0, "Move right");
        assertThat(descriptions().getFirst()).contains("0-th neuron act.");
        assertThat(find(Span.class).withText("Unsaved changes").exists()).isTrue();
        assertThat(saved(project).rows().getFirst().neurons()).containsExactly(3, 0);

        fireShortcut(Key.KEY_S, KeyModifier.CONTROL);
        assertThat(saved(project).rows().getFirst().neurons()).containsExactly(0, 3);
        assertThat(find(Span.class).withText("Unsaved changes").exists()).isFalse();
    }

    @Test
    void menuShowsTheBinsOfItsPanelAsATable() {
        show(row("First", 3, 0), row("Second", 7));
        choose(1, 0, "Table of bins");

        var dialog = find(Dialog.class).single();
        assertThat(dialog.getHeaderTitle()).isEqualTo("Bins of neuron 7, Second");
        var table = find(DataTable.class, dialog).single();
        assertThat(table.rows()).isEqualTo(10);
        assertThat(table.getElement().getTextRecursively()).contains("true answer count", "false answer count");
        assertThat(find(Button.class, dialog).withText("Copy as TSV").exists()).isTrue();
        assertThat(find(Anchor.class, dialog).withText("Download CSV").exists()).isTrue();
    }

    @Test
    void menuSendsTheBinsOfItsPanelAsAFile() {
        show(row("First", 3, 0), row("Second", 7));
        choose(0, 1, "Data as CSV");

        var link = UI.getCurrent()
                .getChildren()
                .filter(Anchor.class::isInstance)
                .map(Anchor.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(link.getElement().getAttribute("download")).isEqualTo("neuron-0-bins.csv");
        assertThat(link.getElement().getAttribute("hidden")).isNotNull();
    }

    @Test
    void menuOfAPanelWithoutBinsOffersNone() {
        var dataset = row("First", 3, 0);
        show(dataset);
        view.open().become(view.draft().edited(view.draft().content().withRow(0, dataset.withNeurons(List.of(3, 99)))));
        view.refresh();

        assertThat(menu(0, 0).getItems())
                .filteredOn(one -> one.getText().equals("Table of bins"))
                .allMatch(MenuItem::isEnabled);
        assertThat(menu(0, 1).getItems())
                .filteredOn(one -> List.of("Table of bins", "Data as CSV").contains(one.getText()))
                .hasSize(2)
                .noneMatch(MenuItem::isEnabled);
    }

    @Test
    void undoAndRedoGoThroughTheEditsByButtonAndByKey() {
        show(row("First", 3, 0));
        choose(0, 0, "Remove");
        assertThat(find(StepChart.class).all()).hasSize(1);
        click("Undo");
        assertThat(find(StepChart.class).all()).hasSize(2);
        assertThat(find(Span.class).withText("Unsaved changes").exists()).isFalse();
        assertThat(find(Button.class).withText("Undo").single().isEnabled()).isFalse();

        click("Redo");
        assertThat(neurons(0)).containsExactly(0);
        var keys = find(EditKeys.class).single();
        ComponentUtil.fireEvent(keys, new EditKeys.Undo(keys, true));
        assertThat(neurons(0)).containsExactly(3, 0);
        ComponentUtil.fireEvent(keys, new EditKeys.Redo(keys, true));
        assertThat(neurons(0)).containsExactly(0);
    }

    @Test
    void theLastRowComesBackByUndo() {
        show(row("First", 3));
        choose(0, -1, "Remove row");
        assertThat(find(StepChart.class).exists()).isFalse();
        click("Undo");
        assertThat(find(StepChart.class).all()).hasSize(1);
    }

    @Test
    void panelsAndRowsAreDropped() {
        show(row("First", 3, 0, 7), row("Second", 5));

        drop(0, 0, 0, 3);
        assertThat(neurons(0)).containsExactly(0, 7, 3);
        drop(0, 1, 1, 0);
        assertThat(neurons(0)).containsExactly(0, 3);
        assertThat(neurons(1)).containsExactly(7, 5);
        assertThat(descriptions().get(2)).contains("7-th neuron act.", "Second");

        drop(1, -1, 0, -1);
        assertThat(labels()).containsExactly("Second", "First");
    }

    @Test
    void panelIsNotDroppedWhereItsNeuronIsNotRecorded() {
        var few = testDatasets.small(owner, "Few of " + member.name(), 30, 4);
        show(row("First", 3, 9), row(few, "Few", 0));

        drop(0, 1, 1, 1);
        assertThat(notice()).contains("Neuron 9 is not recorded").contains("0 to 3");
        assertThat(neurons(0)).containsExactly(3, 9);

        drop(0, 0, 1, 1);
        assertThat(neurons(1)).containsExactly(0, 3);
    }

    @Test
    void menuOffersWhatIsPossible() {
        show(row("First", 3, 0));
        assertThat(menu(0, 0).getItems())
                .filteredOn(item -> !item.isEnabled())
                .extracting(MenuItem::getText)
                .containsExactly("Move left");
        assertThat(menu(0, -1).getItems())
                .filteredOn(item -> !item.isEnabled())
                .extracting(MenuItem::getText)
                .containsExactly("Move up", "Move down");
        assertThat(menu().fill(0, 2)).isFalse();
        assertThat(menu().fill(7, -1)).isFalse();
    }

    @Test
    void whoMayNotEditHasAMenuForLooking() {
        var project = project(row("First", 3));
        projects.changeVisibility(owner, project.id(), Visibility.TEAM);
        LoggedIn.as(people.member());
        open(project);

        assertThat(menu(0, 0).getItems())
                .extracting(MenuItem::getText)
                .contains("Enlarge")
                .doesNotContain("Remove");
        assertThat(menu().fill(0, -1)).isFalse();
    }

    @Test
    void rowIsDuplicatedAsItIs() {
        show(row("First", 3, 0), row("Second", 5));
        choose(0, -1, "Duplicate");
        assertThat(labels()).containsExactly("First", "First", "Second");
    }

    @Test
    void rowIsDuplicatedForAnotherModelWithoutTheNeuronsItLacks() {
        var few = testDatasets.small(owner, "Few of " + member.name(), 30, 4);
        show(row("First", 3, 12, 0, 15), row("Second", 5));
        choose(0, -1, "Duplicate for another model");

        find(RowDialog.class).single().dataset().setValue(RowDialog.Choice.of(few));
        var neurons = find(TextArea.class).withLabel("Neurons").single();
        assertThat(neurons.getErrorMessage()).contains("Neurons 12, 15 are not recorded");

        tool("Leave out the neurons that are not recorded there");
        assertThat(neurons.getValue()).isEqualTo("3, 0");
        click("Duplicate row");
        assertThat(labels()).containsExactly("First", few.model(), "Second");
        assertThat(neurons(1)).containsExactly(3, 0);
    }

    @Test
    void rowsAreAddedWithErrorsAtTheirField() {
        show();
        test(find(Button.class).withText("Add row").atIndex(1)).click();
        ComboBox<RowDialog.Choice> choice = find(RowDialog.class).single().dataset();
        choice.setValue(RowDialog.Choice.of(dataset));
        assertThat(find(TextField.class).withLabel("Label").single().getValue()).isEqualTo(dataset.model());

        var neurons = find(TextArea.class).withLabel("Neurons").single();
        for (var wrong : List.of("1, 20", "1-", "0-4095", "seven", "")) {
            neurons.setValue(wrong);
            find(RowDialog.class).single().accept();
            assertThat(neurons.isInvalid()).as(wrong).isTrue();
            assertThat(neurons.getErrorMessage()).as(wrong).isNotEmpty();
        }
        assertThat(find(StepChart.class).exists()).isFalse();

        neurons.setValue("1, 17-19");
        find(RowDialog.class).single().accept();
        assertThat(neurons(0)).containsExactly(1, 17, 18, 19);
    }

    @Test
    void gridThatBecomesTooLargeIsToldInTheDialog() {
        show(java.util.stream.IntStream.range(0, 40)
                .mapToObj(number -> row("Row " + number, 1))
                .toArray(ProjectRow[]::new));
        test(find(Button.class).withText("Add row").single()).click();
        find(RowDialog.class).single().dataset().setValue(RowDialog.Choice.of(dataset));
        var neurons = find(TextArea.class).withLabel("Neurons").single();
        neurons.setValue("1");
        find(RowDialog.class).single().accept();
        assertThat(neurons.getErrorMessage()).contains("A grid has at most 40 rows");
        assertThat(labels()).hasSize(40);
    }

    @Test
    void rowWhoseDatasetIsGoneSaysSoAndTakesAnother() {
        var gone = testDatasets.small(owner, "Gone of " + member.name(), 30, 4);
        show(row("There", 1), row(gone, "Gone", 2));
        datasets.delete(owner, gone.id(), true);
        view = open(project(row("There", 1)));
        view.edit(view.draft().content().withRows(List.of(row("There", 1), row(gone, "Gone", 2))));

        assertThat(find(StepChart.class).all()).hasSize(1);
        assertThat(find(Span.class).withTextContaining("was deleted").exists()).isTrue();
        tool("Choose another dataset or labeling for this row");
        var dialog = find(RowDialog.class).single();
        assertThat(dialog.dataset().isInvalid()).isTrue();
        dialog.dataset().setValue(RowDialog.Choice.of(dataset));
        dialog.accept();
        assertThat(find(StepChart.class).all()).hasSize(2);
    }

    @Test
    void rowWhoseLabelingIsGoneSaysSoAndTakesAnother() {
        var labeling = labelings.add(
                owner,
                dataset.id(),
                "by hand",
                new LabelingRule("correct", java.util.Map.of("right", List.of("1")), null, null, null));
        var project = project(new ProjectRow(dataset.id(), labeling.id(), 0, "First", List.of(1)));
        labelings.delete(owner, dataset.id(), labeling.id(), true);
        view = open(project);

        assertThat(find(StepChart.class).exists()).isFalse();
        tool("Choose another dataset or labeling for this row");
        Select<?> field = find(Select.class).withLabel("Labeling").single();
        assertThat(field.isEmpty()).isFalse();
        find(RowDialog.class).single().accept();
        assertThat(find(StepChart.class).all()).hasSize(1);
    }

    @Test
    void emptiedRowOffersToFillIt() {
        show(row("First", 3), row("Second", 5));
        choose(1, 0, "Remove");
        assertThat(find(Span.class).withText("This row has no neurons yet.").exists())
                .isTrue();
        tool("Add neurons to this row");
        assertThat(find(AddNeuronsDialog.class).single().isOpened()).isTrue();
    }
}
