package org.histogrid.figure;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The fonts of figures. They have the widths of Arial and of Times New Roman, so a picture keeps its layout
/// where one of these is put in their place.
public enum FigureFont {
    SANS("Arimo", List.of("Arial", "Liberation Sans", "Helvetica"), "DejaVu Sans", "sans-serif"),
    SERIF("Tinos", List.of("Times New Roman", "Liberation Serif", "Times"), "DejaVu Serif", "serif");

    private final String family;
    private final List<String> alike;
    private final String ofMatplotlib;
    private final String generic;

    FigureFont(String family, List<String> alike, String ofMatplotlib, String generic) {
        this.family = family;
        this.alike = alike;
        this.ofMatplotlib = ofMatplotlib;
        this.generic = generic;
    }

    /// "Arimo"
    public String family() {
        return family;
    }

    /// The family and what may stand in for it, as style sheets list them.
    String families() {
        return Stream.of(Stream.of(family), alike.stream(), Stream.of(generic))
                .flatMap(names -> names)
                .map(name -> name.contains(" ") ? "'" + name + "'" : name)
                .collect(Collectors.joining(", "));
    }

    /// The same for matplotlib, which brings the last one along.
    List<String> withFallback() {
        return Stream.of(Stream.of(family), alike.stream(), Stream.of(ofMatplotlib))
                .flatMap(names -> names)
                .toList();
    }

    String file() {
        return family + "-Regular.ttf";
    }
}
