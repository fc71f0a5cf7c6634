package org.histogrid.figure;

import java.util.List;

/// The colours of the classes on paper: those of the screen on a light ground, or greys told apart by
/// hatching.
public enum FigurePalette {
    /// Blue, red and further ones, each at least 4.5 to 1 against white.
    FIGURE(List.of("#2346e0", "#d8232a", "#1d8348", "#8a4fbf", "#a85b00", "#0a7a86", "#b8327f", "#5f6773"), false),
    /// For eyes that do not tell red from green: after Okabe and Ito.
    SAFE(List.of("#0072b2", "#c65300", "#007f5f", "#a8578a", "#8a6d00", "#1c77ab", "#6b5b00", "#4d4d4d"), false),
    /// For print without colour.
    GREY(List.of("#1a1a1a", "#707070", "#454545", "#8a8a8a", "#303030", "#606060", "#505050", "#7d7d7d"), true);

    private static final String CLASS = "--hg-class-";

    private final List<String> colours;
    private final boolean hatched;

    FigurePalette(List<String> colours, boolean hatched) {
        this.colours = colours;
        this.hatched = hatched;
    }

    /// The eight colours in the order of `--hg-class-1` to `--hg-class-8`, as `#rrggbb`.
    public List<String> colours() {
        return colours;
    }

    /// Whether classes are told apart by hatching.
    public boolean hatched() {
        return hatched;
    }

    /// The colour of a CSS variable of the screen: that of a class, or the one of lines that belong to no
    /// class.
    String colour(String variable) {
        return variable.startsWith(CLASS) ? colours.get(position(variable)) : Style.INK;
    }

    /// Its position among the hatches and dashes.
    static int position(String variable) {
        var digits = variable.startsWith(CLASS) ? variable.substring(CLASS.length()) : "";
        return digits.matches("[1-8]") ? Integer.parseInt(digits) - 1 : 0;
    }
}
