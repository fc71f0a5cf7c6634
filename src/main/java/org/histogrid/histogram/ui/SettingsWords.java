package org.histogrid.histogram.ui;

import org.histogrid.histogram.AxisShare;
import org.histogrid.histogram.Display;
import org.histogrid.histogram.EdgeScope;
import org.histogrid.histogram.MarkerKind;
import org.histogrid.histogram.Scale;
import org.histogrid.stats.BinRule;
import org.histogrid.stats.Statistic;

/// The settings of histograms in plain words.
final class SettingsWords {

    private SettingsWords() {}

    static String stat(Statistic stat) {
        return switch (stat) {
            case COUNT -> "Count";
            case DENSITY -> "Density";
            case PERCENT -> "Percent of class";
            case CUMULATIVE -> "Cumulative share";
        };
    }

    static String explain(Statistic stat) {
        return switch (stat) {
            case COUNT -> "Samples in each bin. A larger class is higher everywhere.";
            case DENSITY -> "Each class has area 1, so shapes compare whatever their size.";
            case PERCENT -> "Samples in each bin, as a part of their class.";
            case CUMULATIVE -> "Part of the class up to the right edge of each bin.";
        };
    }

    static String scope(EdgeScope scope) {
        return switch (scope) {
            case PANEL -> "Each panel on its own";
            case ROW -> "Each row";
            case COLUMN -> "Each column";
            case GRID -> "The whole grid";
            case CLASS -> "Nothing: each class on its own";
        };
    }

    static String explain(EdgeScope scope) {
        return scope == EdgeScope.CLASS
                ? "For figures made class by class. Heights of classes do not compare then."
                : "Within a panel the classes have the same edges.";
    }

    static String display(Display display) {
        return switch (display) {
            case OVERLAY -> "Over each other";
            case OUTLINE -> "Outlines";
            case STACK -> "Stacked";
            case MIRROR -> "Mirrored";
        };
    }

    static String explain(Display display) {
        return switch (display) {
            case OVERLAY -> "Translucent areas from the same ground.";
            case OUTLINE -> "Lines only, for many classes.";
            case STACK -> "The top is the histogram of all samples.";
            case MIRROR -> "The first class upwards, the others downwards.";
        };
    }

    static String scale(Scale scale) {
        return switch (scale) {
            case RAW -> "As recorded";
            case ZSCORE -> "Z-score in the layer";
            case RANK -> "Rank percentile";
        };
    }

    static String explain(Scale scale) {
        return switch (scale) {
            case RAW -> "Models differ in the size of their activations.";
            case ZSCORE -> "Standard deviations from the mean of all neurons of the hook point.";
            case RANK -> "The share of the neuron's values that lie below, from 0 to 100.";
        };
    }

    static String marker(MarkerKind marker) {
        return switch (marker) {
            case MEAN -> "Mean of each class";
            case MEDIAN -> "Median of each class";
            case THRESHOLD -> "Best threshold between two classes";
        };
    }

    static String share(AxisShare share) {
        return switch (share) {
            case NONE -> "Each panel on its own";
            case ROW -> "Each row";
            case COLUMN -> "Each column";
            case GRID -> "The whole grid";
        };
    }

    /// 0.5, 2, 1.0E-7: as short as reads back to the same number.
    static String number(double value) {
        var text = Double.toString(value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    static String explain(BinRule.Estimator rule) {
        return switch (rule) {
            case AUTO -> "The finer of Freedman-Diaconis and Sturges.";
            case FD -> "Width from the middle half of the values. Outliers do not matter.";
            case DOANE -> "Like Sturges, with more bins for skewed values.";
            case SCOTT -> "Width from the standard deviation. For bell shapes.";
            case STONE -> "The width that foretells left-out values best.";
            case RICE -> "Twice the cube root of the number of samples.";
            case STURGES -> "Few bins, from the logarithm of the number of samples.";
            case SQRT -> "The square root of the number of samples.";
        };
    }
}
