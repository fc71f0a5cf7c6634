package org.histogrid.dataset.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import org.histogrid.base.Numbers;
import org.histogrid.base.ui.DataTable;
import org.histogrid.dataset.DatasetDetails;
import org.histogrid.dataset.HookPoint;

class HookPointSection extends Composite<Section> {

    HookPointSection(DatasetDetails dataset) {
        var table = new DataTable(
                "Hook points", "Id", "Site", "#Layer", "Token", "#Neurons", "Indices", "Dtype", "#NaN", "#Inf");
        dataset.hookPoints()
                .forEach(point -> table.row(
                        point.id(),
                        point.site(),
                        layer(point),
                        point.token(),
                        Numbers.integer(point.neuronCount()),
                        point.neuronsInWords(),
                        point.dtype(),
                        Numbers.integer(point.nan()),
                        Numbers.integer(point.infinite())));
        getContent().addClassName("hg-section");
        getContent().add(new H2("Hook points"), table);
        if (!dataset.hookPoints().isEmpty()) {
            getContent().add(new NeuronJump(dataset));
        }
    }

    /// `16, hidden_states`: an index alone does not say from where it is counted.
    private static String layer(HookPoint point) {
        var index = point.layer() == null ? "" : point.layer().toString();
        return index.isEmpty() || point.convention().isEmpty() ? index : "%s, %s".formatted(index, point.convention());
    }
}
