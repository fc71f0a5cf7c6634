package org.histogrid.account.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import org.histogrid.base.ui.Look;

/// Light or dark in this browser.
class LookSection extends Composite<Section> {

    private final RadioButtonGroup<Look> choice = new RadioButtonGroup<>("In this browser");

    LookSection() {
        choice.setItems(Look.values());
        choice.setItemLabelGenerator(Look::label);
        choice.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                getUI().ifPresent(event.getValue()::choose);
            }
        });
        getContent().addClassName("hg-section");
        getContent().add(new H2("Look"), choice);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        Look.ask(event.getUI(), choice::setValue);
    }
}
