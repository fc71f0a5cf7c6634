package org.histogrid.dataset.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.html.Div;

/// Where a problem is told that concerns a section or a form and none of its fields alone.
class SectionNote extends Composite<Div> implements HasValidation {

    SectionNote() {
        getContent().addClassName("hg-error");
        getContent().getElement().setAttribute("role", "alert").setAttribute("tabindex", "-1");
        setVisible(false);
    }

    @Override
    public void setErrorMessage(String message) {
        getContent().setText(message);
    }

    @Override
    public String getErrorMessage() {
        return getContent().getText();
    }

    @Override
    public void setInvalid(boolean invalid) {
        setVisible(invalid);
    }

    @Override
    public boolean isInvalid() {
        return isVisible();
    }
}
