package org.histogrid.dataset.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Section;
import java.util.List;
import org.histogrid.base.ui.CopyButton;
import org.histogrid.dataset.ImportSpec;
import org.histogrid.dataset.NotebookCode;

/// The same import as a few lines of Python.
class NotebookCard extends Composite<Section> {

    private static final String USUAL = "http://127.0.0.1:8080";

    private final Div place = new Div();
    private String server = USUAL;
    private ImportSpec spec = ImportSpec.EMPTY;
    private List<String> files = List.of();

    NotebookCard() {
        var words = new Paragraph("The next run need not go through this page. It takes a token from the Account page"
                + " in the environment variable HISTOGRID_TOKEN, and the library requests.");
        words.addClassNames("hg-quiet", "hg-small");
        getContent().addClassNames("hg-section", "hg-card", "hg-notebook");
        getContent().add(new H3("Push this from a notebook"), words, place);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        event.getUI().getPage().fetchCurrentURL(url -> {
            server = "%s://%s".formatted(url.getProtocol(), url.getAuthority());
            show(spec, files);
        });
    }

    void show(ImportSpec mapping, List<String> names) {
        spec = mapping;
        files = List.copyOf(names);
        var code = NotebookCode.python(server, spec, files);
        var text = new Pre(code);
        text.addClassName("hg-code");
        text.getElement().setAttribute("tabindex", "0").setAttribute("aria-label", "Python");
        place.removeAll();
        place.addClassName("hg-code-place");
        place.add(text, new CopyButton("the code", code));
    }
}
