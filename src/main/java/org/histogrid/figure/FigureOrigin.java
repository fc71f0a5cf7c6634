package org.histogrid.figure;

import java.time.LocalDate;
import java.util.Optional;

/// What made a figure, for its caption.
///
/// @param version of Histogrid; empty where it is not to be said
/// @param day on which it was made; left out, the same grid gives the same bytes on every day
public record FigureOrigin(String version, Optional<LocalDate> day) {

    public static final FigureOrigin NONE = new FigureOrigin("", Optional.empty());
}
