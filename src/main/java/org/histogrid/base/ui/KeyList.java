package org.histogrid.base.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import java.util.Map;

/// The keys of a page and what they do.
public final class KeyList extends Dialog {

    public KeyList(Map<String, String> keys) {
        setHeaderTitle("Keys");
        var list = new DescriptionList();
        list.addClassName("hg-keys");
        keys.forEach((key, what) -> {
            var term = new DescriptionList.Term();
            term.getElement().appendChild(new Element("kbd").setText(key));
            list.add(new Div(term, new DescriptionList.Description(what)));
        });
        add(list);
        getFooter().add(Buttons.plain("Close", this::close));
    }
}
