package org.histogrid.dataset;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Where the page of a neuron is: `datasets/ID/SITE/LAYER/NEURON`, relative to the application. The layer is
/// `-` where a hook point has none. Hook points that share site and layer are told apart by `?point=`.
///
/// A site may be any text. What is not a plain letter, digit, `_`, `-` or `.` is written as `~` and the
/// hexadecimal of its bytes in UTF-8: percent signs, and above all `%2F`, are refused by servers and
/// firewalls or decoded once too often on their way.
public final class NeuronAddress {

    /// The query parameter that names a hook point by its id.
    public static final String POINT = "point";

    private static final String NO_LAYER = "-";

    private NeuronAddress() {}

    public static String path(DatasetDetails dataset, HookPoint point, int neuron) {
        var site = segment(point.site());
        var path = "datasets/%s/%s/%s/%d".formatted(dataset.id(), site, layer(point), neuron);
        var isShared = at(dataset, site, layer(point)).size() > 1;
        return isShared ? "%s?%s=%d".formatted(path, POINT, point.id()) : path;
    }

    /// The hook point that these parts of an address mean, the first one where several share site and layer
    /// and none is named. A site is also taken as it is, so that an address can be typed.
    public static Optional<HookPoint> hookPoint(
            DatasetDetails dataset, String site, String layer, Optional<String> point) {
        return at(dataset, site, layer).stream()
                .filter(one -> point.isEmpty() || point.get().equals(String.valueOf(one.id())))
                .findFirst();
    }

    private static List<HookPoint> at(DatasetDetails dataset, String site, String layer) {
        var onLayer = dataset.hookPoints().stream()
                .filter(one -> layer(one).equals(layer))
                .toList();
        var found =
                onLayer.stream().filter(one -> segment(one.site()).equals(site)).toList();
        return found.isEmpty()
                ? onLayer.stream().filter(one -> one.site().equals(site)).toList()
                : found;
    }

    private static String layer(HookPoint point) {
        return point.layer() == null ? NO_LAYER : String.valueOf(point.layer());
    }

    private static String segment(String site) {
        if (site.isEmpty()) {
            return "~";
        }
        // Segments of dots alone mean folders
        var keepsDots = !site.chars().allMatch(one -> one == '.');
        var segment = new StringBuilder();
        for (var one : site.getBytes(StandardCharsets.UTF_8)) {
            if (isPlain(one) && (one != '.' || keepsDots)) {
                segment.append((char) one);
            } else {
                segment.append(String.format(Locale.ROOT, "~%02X", one));
            }
        }
        return segment.toString();
    }

    private static boolean isPlain(byte one) {
        return one >= 'a' && one <= 'z'
                || one >= 'A' && one <= 'Z'
                || one >= '0' && one <= '9'
                || one == '_'
                || one == '-'
                || one == '.';
    }
}
