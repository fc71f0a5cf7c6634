package org.histogrid.dataset.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.List;
import org.histogrid.dataset.DatasetUsage.Usage;

class UsedBySection extends Composite<Section> {

    UsedBySection(List<Usage> usage) {
        getContent().addClassName("hg-section");
        getContent().add(new H2("Used by"));
        if (usage.stream().allMatch(one -> one.total() == 0)) {
            var none = new Paragraph("No project shows this dataset yet.");
            none.addClassName("hg-quiet");
            getContent().add(none);
        } else {
            getContent().add(DatasetView.users(usage));
        }
    }
}
