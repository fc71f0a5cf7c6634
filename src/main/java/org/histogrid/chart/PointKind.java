package org.histogrid.chart;

/// What points of one colour have in common.
///
/// @param name what the legend and the tooltip call it
/// @param colour name of the CSS variable that holds its colour, such as `--hg-class-1`
public record PointKind(String name, String colour) {

    public static final PointKind POSITIVE = new PointKind("positive", "--hg-class-1");
    public static final PointKind NEGATIVE = new PointKind("negative", "--hg-class-2");

    /// Grey, for what is not to be looked at first.
    public static final PointKind NEUTRAL = new PointKind("neutral", "--hg-class-8");

    public PointKind {
        Colours.require(colour);
    }

    /// The same colour under another name.
    public PointKind named(String other) {
        return new PointKind(other, colour);
    }
}
