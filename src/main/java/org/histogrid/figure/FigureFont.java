package org.histogrid.figure;

/// The fonts of figures. They have the widths of Arial and of Times New Roman, so a picture keeps its layout
/// where one of these is put in their place.
public enum FigureFont {
    SANS("Arimo", "Arimo, Arial, Helvetica, sans-serif"),
    SERIF("Tinos", "Tinos, 'Times New Roman', Times, serif");

    private final String family;
    private final String families;

    FigureFont(String family, String families) {
        this.family = family;
        this.families = families;
    }

    /// "Arimo"
    public String family() {
        return family;
    }

    /// The family and what may stand in for it, as style sheets list them.
    String families() {
        return families;
    }

    String file() {
        return family + "-Regular.ttf";
    }
}
