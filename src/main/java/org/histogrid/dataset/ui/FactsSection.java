package org.histogrid.dataset.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.histogrid.base.Numbers;
import org.histogrid.base.ui.CopyButton;
import org.histogrid.dataset.DatasetDetails;
import org.histogrid.dataset.DatasetSource;

class FactsSection extends Composite<DescriptionList> {

    private static final int SHOWN_OF_HASH = 12;

    FactsSection(DatasetDetails dataset) {
        getContent().addClassName("hg-facts");
        fact("Model", new Span(dataset.model()));
        fact("Samples", new Span(Numbers.integer(dataset.samples())));
        fact("Hook points", new Span(Numbers.integer(dataset.hookPoints().size())));
        fact("Size", new Span(Numbers.bytes(dataset.bytes())));
        if (!dataset.sources().isEmpty()) {
            fact("Files", sources(dataset.sources()));
        }
        var id = dataset.id().toString();
        var copyable = new Div(new Code(id), new CopyButton("id", id));
        copyable.addClassName("hg-copyable");
        fact("Id for scripts", copyable);
    }

    private static UnorderedList sources(List<DatasetSource> sources) {
        var list = new UnorderedList();
        list.addClassName("hg-sources");
        sources.forEach(source -> {
            var item = new ListItem(new Span("%s, %s".formatted(source.name(), Numbers.bytes(source.bytes()))));
            if (!source.sha256().isEmpty()) {
                var code = new Code(source.sha256().substring(0, SHOWN_OF_HASH) + "…");
                code.setTitle("SHA-256 " + source.sha256());
                var hash = new Div(code, new CopyButton("SHA-256 of " + source.name(), source.sha256()));
                hash.addClassNames("hg-copyable", "hg-quiet", "hg-small");
                item.add(hash);
            }
            list.add(item);
        });
        return list;
    }

    private void fact(String name, Component value) {
        var pair = new Div(new DescriptionList.Term(name), new DescriptionList.Description(value));
        getContent().add(pair);
    }
}
