package org.histogrid.neuron.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.stream.Collectors;
import org.histogrid.base.Numbers;
import org.histogrid.stats.Outlier;
import org.histogrid.stats.OutlierType;

/// What a neuron is an outlier by, each with its number and cut.
public final class OutlierBadges extends Composite<Div> {

    public OutlierBadges(List<Outlier> outliers) {
        getContent().addClassName("hg-outliers");
        outliers.forEach(outlier -> badge(name(outlier.type()), words(outlier)));
    }

    private OutlierBadges(String text, String title) {
        getContent().addClassName("hg-outliers");
        badge(text, title);
    }

    /// One badge for all of them, where there is little room: "Location +2".
    ///
    /// @param outliers at least one
    public static OutlierBadges inOne(List<Outlier> outliers) {
        var first = name(outliers.getFirst().type());
        return new OutlierBadges(
                outliers.size() == 1 ? first : "%s +%d".formatted(first, outliers.size() - 1),
                outliers.stream().map(OutlierBadges::words).collect(Collectors.joining("\n")));
    }

    private void badge(String text, String title) {
        var badge = new Span(text);
        badge.addClassName("hg-mark");
        badge.setTitle(title);
        getContent().add(badge);
    }

    public static String name(OutlierType type) {
        return switch (type) {
            case SEPARATING -> "Separating";
            case LOCATION -> "Location";
            case SCALE -> "Scale";
            case BIMODAL -> "Bimodal";
            case HEAVY_TAILED -> "Heavy-tailed";
            case MASSIVE -> "Massive";
            case DEAD -> "Dead";
        };
    }

    /// "Massive: the largest |value| is 1 240 times the usual one of the hook point; the cut is 1 000."
    public static String words(Outlier outlier) {
        return outlier.type() == OutlierType.DEAD
                ? "Dead: all its values are equal."
                : "%s: %s; the cut is %s."
                        .formatted(name(outlier.type()), number(outlier), Numbers.significant(outlier.cut()));
    }

    private static String number(Outlier outlier) {
        var number = Numbers.significant(outlier.number());
        return switch (outlier.type()) {
            case SEPARATING -> "|AUROC − 0.5| is " + number;
            case LOCATION -> "its median lies %s robust standard deviations from the others".formatted(number);
            case SCALE ->
                "its interquartile range lies %s robust standard deviations from the others".formatted(number);
            case BIMODAL -> "Sarle's coefficient is " + number;
            case HEAVY_TAILED -> "the excess kurtosis is " + number;
            case MASSIVE -> "its largest |value| is %s times the usual one of the hook point".formatted(number);
            case DEAD -> "";
        };
    }
}
