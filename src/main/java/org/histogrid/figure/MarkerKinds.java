package org.histogrid.figure;

import java.util.List;
import java.util.regex.Pattern;
import org.histogrid.chart.Marker;

/// What the hairlines of a figure mark, such as `median`: each kind has a dash of its own.
record MarkerKinds(List<String> words) {

    private static final Pattern VALUE = Pattern.compile("[\\s:=]*[-\u2212]?\\d.*$");

    static MarkerKinds of(FigureContent content) {
        return new MarkerKinds(content.charts()
                .flatMap(chart -> chart.markers().stream())
                .map(MarkerKinds::word)
                .distinct()
                .toList());
    }

    int position(Marker marker) {
        return words.indexOf(word(marker));
    }

    /// The label of a hairline without its value.
    private static String word(Marker marker) {
        return VALUE.matcher(marker.label()).replaceFirst("").strip();
    }
}
