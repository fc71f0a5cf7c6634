package org.histogrid.base.ui;

import com.vaadin.flow.component.ItemLabelGenerator;
import com.vaadin.flow.component.select.Select;
import java.util.List;

/// Fields that offer a few named choices.
public final class Choices {

    private Choices() {}

    @SafeVarargs
    public static <T> Select<T> select(String label, ItemLabelGenerator<T> words, T... choices) {
        var select = new Select<T>();
        select.setLabel(label);
        select.setItems(List.of(choices));
        select.setItemLabelGenerator(words);
        select.addClassName("hg-wide");
        return select;
    }
}
