package org.histogrid.dataset.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import java.util.List;

/// A choice that takes other words too.
final class OpenBox {

    private OpenBox() {}

    static ComboBox<String> of(String label, List<String> items) {
        var box = new ComboBox<String>(label);
        box.setItems(items);
        box.setAllowCustomValue(true);
        box.setClearButtonVisible(true);
        box.addCustomValueSetListener(event -> box.setValue(event.getDetail()));
        return box;
    }
}
