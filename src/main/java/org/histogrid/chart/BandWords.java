package org.histogrid.chart;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// A chart of layers in words, for those who do not see it.
final class BandWords {

    private record Place(String layer, double value, String name) {}

    private BandWords() {}

    static String of(BandSpec spec) {
        var layers = spec.layers();
        var medians = IntStream.range(0, layers.size())
                .boxed()
                .flatMap(index -> layers.get(index).quantiles().stream()
                        .map(quantiles -> new Place(layers.get(index).label(), quantiles.median(), "median")))
                .toList();
        var extremes = layers.stream()
                .flatMap(layer -> layer.extremes().stream()
                        .map(extreme -> new Place(layer.label(), extreme.value(), extreme.name())))
                .toList();
        return "%d layers, %d with values.%s%s"
                .formatted(
                        layers.size(),
                        medians.size(),
                        ends(spec, "Median", medians, false),
                        ends(spec, "Extremes", extremes, true));
    }

    private static String ends(BandSpec spec, String what, List<Place> places, boolean named) {
        if (places.isEmpty()) {
            return "";
        }
        var byValue = Comparator.comparingDouble(Place::value);
        var lowest = places.stream().min(byValue).orElseThrow();
        var highest = places.stream().max(byValue).orElseThrow();
        return " %s from %s to %s.".formatted(what, at(spec, lowest, named), at(spec, highest, named));
    }

    private static String at(BandSpec spec, Place place, boolean named) {
        var value = ReadDigits.spoken(place.value(), ReadDigits.of(spec.y()));
        var where = spec.layerTitle() + " " + place.layer();
        return "%s (%s)".formatted(value, named && !place.name().isEmpty() ? where + ", " + place.name() : where);
    }
}
