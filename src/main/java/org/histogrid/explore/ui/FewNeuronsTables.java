package org.histogrid.explore.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import java.util.OptionalDouble;
import org.histogrid.base.Numbers;
import org.histogrid.base.ui.DataTable;
import org.histogrid.dataset.NeuronAddress;
import org.histogrid.screening.FewNeuronsPath;

/// What was found of few neurons, in words and tables.
final class FewNeuronsTables {

    private static final String NONE = "–";

    private FewNeuronsTables() {}

    static String words(FewNeuronsPath path) {
        var leftOut = path.leftOut() == 0
                ? ""
                : " %s left out as they are constant or often not finite.".formatted(Numbers.integer(path.leftOut()));
        var replaced = path.replaced() == 0
                ? ""
                : " %s not finite, taken for the mean of the neuron."
                        .formatted(Numbers.count(path.replaced(), "value is", "values are"));
        return "%s, class %s against the rest, trained on %s of the discovery half.%s%s Best and sparsest are chosen by a"
                        .formatted(
                                path.neuronsInWords(),
                                path.positive(),
                                Numbers.count(path.discovery(), "sample"),
                                leftOut,
                                replaced)
                + " cross-validation within that half; the held-out half, %s, only tells what is left of it."
                        .formatted(Numbers.count(path.heldOut(), "sample"));
    }

    static Div steps(FewNeuronsPath path) {
        var table = new DataTable(
                "Models from few neurons to many",
                "#Neurons",
                "#AUROC held-out",
                "#AUROC discovery",
                "#Balanced accuracy held-out",
                "Choice");
        for (var i = 0; i < path.steps().size(); i++) {
            var step = path.steps().get(i);
            table.row(
                    Numbers.integer(step.chosen().size()),
                    number(step.heldOut().auroc()),
                    number(step.discovery().auroc()),
                    number(step.heldOut().balancedAccuracy()),
                    choice(path, i));
        }
        return part("From few to many", table);
    }

    private static String choice(FewNeuronsPath path, int step) {
        if (step == path.sparsest()) {
            return step == path.best() ? "best" : "sparsest";
        }
        return step == path.best() ? "best" : "";
    }

    /// The neurons of the sparsest model that is about as good as the best.
    static Div chosen(ExplorePage page, FewNeuronsPath path) {
        var point = page.dataset().requireHookPoint(path.hookPoint());
        var table = new DataTable("Neurons of the sparsest model", "Neuron", "#Coefficient");
        path.steps()
                .get(path.sparsest())
                .chosen()
                .forEach(one -> table.row(
                        new Anchor(
                                NeuronAddress.path(page.dataset(), point, one.neuron()), String.valueOf(one.neuron())),
                        Numbers.significant(one.coefficient())));
        return part("Neurons of the sparsest model", table);
    }

    private static Div part(String title, DataTable table) {
        var part = new Div(new H3(title), table);
        part.addClassName("hg-extreme");
        return part;
    }

    private static String number(OptionalDouble value) {
        return value.isPresent() ? Numbers.significant(value.getAsDouble()) : NONE;
    }
}
