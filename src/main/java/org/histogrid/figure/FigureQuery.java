package org.histogrid.figure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.histogrid.base.BadInput;
import org.histogrid.base.QueryValues;
import org.histogrid.histogram.SettingsJson;

/// Figure options as the parameters of an address: `preset=one_column|two_columns|slide`; `width`, `height` and
/// `unit=cm|inch`; `font=sans|serif`; `fontSize` in points; `palette=figure|safe|grey`; `dpi`; `legend`,
/// `title`, `n` and `scores`, each true or false; `hide`, once for each class that is not drawn.
public final class FigureQuery {

    private FigureQuery() {}

    /// What the parameters say, and the usual look for what they do not; other parameters are left alone.
    ///
    /// @throws BadInput with the name of the parameter that does not read
    public static FigureOptions read(Map<String, List<String>> query) {
        var usual = first(query, "preset")
                .map(text -> FigureOptions.of(SettingsJson.choice("preset", text, FigurePreset.values())))
                .orElse(FigureOptions.DEFAULT);
        return usual.withSize(size(query, usual.size()))
                .withFont(
                        choice(query, "font", FigureFont.values(), usual.font()),
                        number(query, "fontSize").orElse(usual.fontSize()))
                .withPalette(choice(query, "palette", FigurePalette.values(), usual.palette()))
                .withDpi(first(query, "dpi")
                        .map(text -> QueryValues.whole("dpi", text))
                        .orElse(usual.dpi()))
                .showing(
                        truth(query, "legend", usual.legend()),
                        truth(query, "title", usual.title()),
                        truth(query, "n", usual.samples()),
                        truth(query, "scores", usual.scores()))
                .hiding(Set.copyOf(query.getOrDefault("hide", List.of())));
    }

    /// The parameters that [#read] turns into these options.
    public static Map<String, List<String>> write(FigureOptions options) {
        var query = new LinkedHashMap<String, List<String>>();
        query.put("width", List.of(String.valueOf(options.size().width())));
        options.size().height().ifPresent(height -> query.put("height", List.of(String.valueOf(height))));
        query.put("unit", List.of(SettingsJson.word(options.size().unit())));
        query.put("font", List.of(SettingsJson.word(options.font())));
        query.put("fontSize", List.of(String.valueOf(options.fontSize())));
        query.put("palette", List.of(SettingsJson.word(options.palette())));
        query.put("dpi", List.of(String.valueOf(options.dpi())));
        query.put("legend", List.of(String.valueOf(options.legend())));
        query.put("title", List.of(String.valueOf(options.title())));
        query.put("n", List.of(String.valueOf(options.samples())));
        query.put("scores", List.of(String.valueOf(options.scores())));
        if (!options.hidden().isEmpty()) {
            query.put("hide", options.hidden().stream().sorted().toList());
        }
        return query;
    }

    /// A new width without a height is as high as its panels need.
    private static FigureSize size(Map<String, List<String>> query, FigureSize usual) {
        var width = number(query, "width");
        var height = number(query, "height");
        if (width.isEmpty() && height.isEmpty() && first(query, "unit").isEmpty()) {
            return usual;
        }
        var unit = choice(query, "unit", FigureSize.Unit.values(), width.isEmpty() ? usual.unit() : FigureSize.Unit.CM);
        if (unit != usual.unit() && width.isEmpty()) {
            throw new BadInput("A unit needs a width.").forField("width");
        }
        return new FigureSize(
                width.orElse(usual.width()), height.or(() -> width.isEmpty() ? usual.height() : height), unit);
    }

    private static Optional<String> first(Map<String, List<String>> query, String name) {
        return query.getOrDefault(name, List.of()).stream().findFirst();
    }

    private static Optional<Double> number(Map<String, List<String>> query, String name) {
        return first(query, name).map(text -> QueryValues.number(name, text));
    }

    private static boolean truth(Map<String, List<String>> query, String name, boolean usual) {
        return first(query, name).map(text -> QueryValues.truth(name, text)).orElse(usual);
    }

    private static <E extends Enum<E>> E choice(Map<String, List<String>> query, String name, E[] values, E usual) {
        return first(query, name)
                .map(text -> SettingsJson.choice(name, text, values))
                .orElse(usual);
    }
}
