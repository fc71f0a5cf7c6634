package org.histogrid.histogram;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.histogrid.base.BadInput;
import org.histogrid.base.QueryValues;
import org.histogrid.stats.BinRange;
import org.histogrid.stats.BinRule;
import org.histogrid.stats.Statistic;

/// Histogram settings as the parameters of an address: `bins=fd`, `bins=50`, `width=0.5` or `edges=-1,0,1`;
/// `edgeScope`; `range=-1,2.5`, `clip=0.5,99.5` or `range=all`; `scale`; `stat`; `display`; `shareX`;
/// `shareY`; `logY=true`; `markers=mean,median` or `markers=none`; `smooth=true`.
public final class SettingsQuery {

    private static final String ALL = "all";
    private static final String NONE = "none";

    private SettingsQuery() {}

    /// What differs from `usual`, so that a plain address shows plain settings.
    public static Map<String, String> write(HistogramSettings settings, HistogramSettings usual) {
        var all = new LinkedHashMap<String, String>();
        if (!settings.bins().equals(usual.bins())) {
            bins(settings.bins(), all);
        }
        if (!settings.range().equals(usual.range())) {
            range(settings.range(), all);
        }
        put(all, "edgeScope", settings.edgeScope(), usual.edgeScope());
        put(all, "scale", settings.scale(), usual.scale());
        put(all, "stat", settings.stat(), usual.stat());
        put(all, "display", settings.display(), usual.display());
        put(all, "shareX", settings.shareX(), usual.shareX());
        put(all, "shareY", settings.shareY(), usual.shareY());
        if (!settings.markers().equals(usual.markers())) {
            var words = settings.markers().stream().map(SettingsJson::word).collect(Collectors.joining(","));
            all.put("markers", words.isEmpty() ? NONE : words);
        }
        if (settings.logY() != usual.logY()) {
            all.put("logY", String.valueOf(settings.logY()));
        }
        if (settings.smooth() != usual.smooth()) {
            all.put("smooth", String.valueOf(settings.smooth()));
        }
        return all;
    }

    private static void put(Map<String, String> all, String name, Enum<?> value, Enum<?> usual) {
        if (value != usual) {
            all.put(name, SettingsJson.word(value));
        }
    }

    private static void bins(BinRule rule, Map<String, String> all) {
        switch (rule) {
            case BinRule.Estimator estimator -> all.put("bins", estimator.text());
            case BinRule.Count count -> all.put("bins", count.text());
            case BinRule.Width(double width) -> all.put("width", String.valueOf(width));
            case BinRule.Edges(List<Double> edges) ->
                all.put("edges", edges.stream().map(String::valueOf).collect(Collectors.joining(",")));
        }
    }

    private static void range(BinRange range, Map<String, String> all) {
        switch (range) {
            case BinRange.Full _ -> all.put("range", ALL);
            case BinRange.Between(double low, double high) -> all.put("range", low + "," + high);
            case BinRange.Clip(double low, double high) -> all.put("clip", low + "," + high);
        }
    }

    /// The settings with what the parameters say; those that are not there, and those that are no settings, change
    /// nothing.
    ///
    /// @throws BadInput with the name of the parameter that does not read or contradicts another one
    public static HistogramSettings read(Map<String, String> query, HistogramSettings usual) {
        refuseBoth(query, "bins", "width", "edges");
        refuseBoth(query, "range", "clip");
        return new HistogramSettings(
                binsOf(query).orElse(usual.bins()),
                choice(query, "edgeScope", EdgeScope.values(), usual.edgeScope()),
                rangeOf(query).orElse(usual.range()),
                choice(query, "scale", Scale.values(), usual.scale()),
                choice(query, "stat", Statistic.values(), usual.stat()),
                choice(query, "display", Display.values(), usual.display()),
                choice(query, "shareX", AxisShare.values(), usual.shareX()),
                choice(query, "shareY", AxisShare.values(), usual.shareY()),
                truth(query, "logY", usual.logY()),
                value(query, "markers")
                        .map(text -> text.equalsIgnoreCase(NONE)
                                ? Set.<MarkerKind>of()
                                : Arrays.stream(text.split(",", -1))
                                        .map(word -> SettingsJson.choice("markers", word, MarkerKind.values()))
                                        .collect(Collectors.toSet()))
                        .orElse(usual.markers()),
                truth(query, "smooth", usual.smooth()));
    }

    private static Optional<String> value(Map<String, String> query, String name) {
        return Optional.ofNullable(query.get(name));
    }

    private static void refuseBoth(Map<String, String> query, String... names) {
        var given = Arrays.stream(names).filter(query::containsKey).toList();
        if (given.size() > 1) {
            throw new BadInput("Give one of %s, not %s together."
                            .formatted(String.join(", ", names), String.join(" and ", given)))
                    .forField(given.getFirst());
        }
    }

    private static Optional<BinRule> binsOf(Map<String, String> query) {
        return value(query, "bins")
                .map(SettingsJson::bins)
                .or(() -> value(query, "width")
                        .map(text -> valid("width", () -> new BinRule.Width(QueryValues.number("width", text)))))
                .or(() -> value(query, "edges")
                        .map(text -> valid("edges", () -> BinRule.Edges.of(numbers("edges", text)))));
    }

    private static Optional<BinRange> rangeOf(Map<String, String> query) {
        return value(query, "range")
                .<BinRange>map(text -> text.equalsIgnoreCase(ALL)
                        ? new BinRange.Full()
                        : valid("range", () -> {
                            var ends = pair("range", text);
                            return new BinRange.Between(ends[0], ends[1]);
                        }))
                .or(() -> value(query, "clip")
                        .map(text -> valid("clip", () -> {
                            var ends = pair("clip", text);
                            return new BinRange.Clip(ends[0], ends[1]);
                        })));
    }

    private static <E extends Enum<E>> E choice(Map<String, String> query, String name, E[] values, E usual) {
        return value(query, name)
                .map(text -> SettingsJson.choice(name, text, values))
                .orElse(usual);
    }

    private static boolean truth(Map<String, String> query, String name, boolean usual) {
        return value(query, name).map(text -> QueryValues.truth(name, text)).orElse(usual);
    }

    private static double[] pair(String name, String text) {
        var numbers = numbers(name, text);
        if (numbers.length != 2) {
            throw new BadInput("%s takes two numbers, such as -1,1.".formatted(name)).forField(name);
        }
        return numbers;
    }

    private static double[] numbers(String name, String text) {
        return Arrays.stream(text.split(",", -1))
                .mapToDouble(part -> QueryValues.number(name, part))
                .toArray();
    }

    private static <T> T valid(String field, Supplier<T> make) {
        try {
            return make.get();
        } catch (IllegalArgumentException e) {
            throw new BadInput(String.valueOf(e.getMessage()), e).forField(field);
        }
    }
}
