package org.histogrid.dataset.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Indices of layers as one types them: `0-31`, `8, 16, 24`, `-1`.
final class LayersText {

    private static final Pattern PART = Pattern.compile("(-?\\d{1,6})(?:\\s*(?:-|–|to|\\.\\.)\\s*(-?\\d{1,6}))?");
    private static final int MOST = 10_000;

    private LayersText() {}

    static String of(List<Integer> layers) {
        var parts = new ArrayList<String>();
        for (var i = 0; i < layers.size(); ) {
            var end = i;
            while (end + 1 < layers.size() && layers.get(end + 1) == layers.get(end) + 1) {
                end++;
            }
            // Negative indices read badly with a dash between
            var run = end - i >= 2 && layers.get(i) >= 0;
            parts.add(run ? layers.get(i) + "-" + layers.get(end) : String.valueOf(layers.get(i)));
            i = run ? end + 1 : i + 1;
        }
        return String.join(", ", parts);
    }

    /// Empty where it does not read.
    static Optional<List<Integer>> parse(String typed) {
        var layers = new ArrayList<Integer>();
        for (var part : typed.strip().split("\\s*[,;]\\s*|(?<=\\d)\\s+(?=-?\\d)")) {
            var match = PART.matcher(part.strip());
            if (!match.matches()) {
                return Optional.empty();
            }
            var from = Integer.parseInt(match.group(1));
            var to = match.group(2) == null ? from : Integer.parseInt(match.group(2));
            if (to < from || to - from >= MOST || layers.size() >= MOST) {
                return Optional.empty();
            }
            for (var layer = from; layer <= to; layer++) {
                layers.add(layer);
            }
        }
        return Optional.of(layers);
    }
}
