package org.histogrid.explore.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import org.histogrid.base.BadInput;
import org.histogrid.base.ui.Buttons;
import org.histogrid.base.ui.Choices;
import org.histogrid.base.ui.FieldErrors;
import org.histogrid.dataset.DatasetItem;
import org.histogrid.dataset.DatasetService;
import org.histogrid.dataset.Labeling;
import org.histogrid.sharing.CurrentViewer;

/// Puts the same ranking of another dataset beside the one of the page.
final class CompareDialog extends Dialog {

    @SpringComponent
    static class Factory {

        private final DatasetService datasets;
        private final CurrentViewer viewer;

        Factory(DatasetService datasets, CurrentViewer viewer) {
            this.datasets = datasets;
            this.viewer = viewer;
        }

        CompareDialog create(ExploreActions actions) {
            return new CompareDialog(this, actions);
        }
    }

    private final ExploreActions actions;
    private final ComboBox<DatasetItem> dataset = new ComboBox<>("Dataset");
    private final Select<Labeling> labeling = Choices.select("Labeling", Labeling::name);

    private CompareDialog(Factory services, ExploreActions actions) {
        this.actions = actions;
        setHeaderTitle("Compare with");
        addClassName("hg-dialog");
        dataset.addClassName("hg-wide");
        dataset.setItemLabelGenerator(item -> "%s, %s".formatted(item.name(), item.model()));
        dataset.setHelperText("The same ranking of it stands below, beside this one.");
        dataset.setItems(query -> services
                .datasets
                .search(services.viewer.get(), query.getFilter().orElse(""), query.getOffset(), query.getLimit())
                .items()
                .stream());
        dataset.addValueChangeListener(event -> Optional.ofNullable(event.getValue())
                .map(item ->
                        services.datasets.find(services.viewer.get(), item.id()).labelings())
                .ifPresent(labelings -> {
                    labeling.setItems(labelings);
                    labeling.setVisible(labelings.size() > 1);
                    labelings.stream()
                            .filter(one -> one.name()
                                    .equals(actions.page()
                                            .labeling()
                                            .map(Labeling::name)
                                            .orElse("")))
                            .findFirst()
                            .or(() -> labelings.stream().findFirst())
                            .ifPresent(labeling::setValue);
                }));
        labeling.setVisible(false);
        var form = new Div(dataset, labeling);
        form.addClassName("hg-fields");
        add(form);
        getFooter().add(Buttons.plain("Cancel", this::close), Buttons.primary("Compare", this::accept));
        dataset.focus();
    }

    private void accept() {
        var isDone = FieldErrors.attempt(Map.of("with", dataset), () -> {
            var chosen = Optional.ofNullable(dataset.getValue())
                    .orElseThrow(() -> new BadInput("Choose a dataset.").forField("with"));
            var by = Optional.ofNullable(labeling.getValue())
                    .orElseThrow(() -> new BadInput("This dataset has no labeling yet.").forField("with"));
            var query = actions.page().query();
            var with = new ArrayList<>(query.with());
            with.add(new OtherRanking(chosen.id(), Optional.of(by.id()), Optional.empty()));
            actions.explore(query.beside(with));
        });
        if (isDone) {
            close();
        }
    }
}
