package org.histogrid.histogram.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.checkbox.Checkbox;
import java.util.function.Consumer;
import org.histogrid.base.BadInput;

/// A setting that is on or off. One that cannot be applied goes back and says why.
final class SettingSwitch extends Composite<Checkbox> {

    private final Consumer<Boolean> onChange;
    private boolean filling;

    SettingSwitch(String label, String helper, Consumer<Boolean> onChange) {
        this.onChange = onChange;
        getContent().setLabel(label);
        getContent().setHelperText(helper);
        getContent().addValueChangeListener(event -> apply(event.getValue()));
    }

    void show(boolean on) {
        filling = true;
        getContent().setValue(on);
        filling = false;
    }

    private void apply(boolean on) {
        if (filling) {
            return;
        }
        getContent().setInvalid(false);
        try {
            onChange.accept(on);
        } catch (BadInput e) {
            show(!on);
            getContent().setErrorMessage(e.getMessage());
            getContent().setInvalid(true);
        }
    }
}
