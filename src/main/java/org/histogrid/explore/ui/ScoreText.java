package org.histogrid.explore.ui;

import java.util.Locale;
import java.util.stream.Stream;
import org.histogrid.base.BadInput;
import org.histogrid.base.QueryValues;
import org.histogrid.screening.ProfileColumn;
import org.histogrid.screening.RankFilter;
import org.histogrid.screening.ScoreAt;
import org.histogrid.stats.Split;

/// Scores and ranges of them as an address writes them: `auroc` of the discovery half, `auroc@held-out`, `q@all`;
/// `auroc:0.7..` for those of at least 0.7.
final class ScoreText {

    private static final String AT = "@";
    private static final String TO = "..";

    private ScoreText() {}

    static String write(ScoreAt score) {
        var key = score.column().key();
        return score.split() == Split.DISCOVERY ? key : key + AT + score.split().key();
    }

    /// @param name of the parameter
    /// @throws BadInput if there is no such score
    static ScoreAt read(String name, String text) {
        var parts = text.split(AT, 2);
        var column = ProfileColumn.named(parts[0])
                .orElseThrow(() -> new BadInput("There is no score called %s.".formatted(parts[0])).forField(name));
        return new ScoreAt(parts.length == 1 ? Split.DISCOVERY : constant(name, parts[1], Split.values()), column);
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// @throws BadInput that names the choices
    static <E extends Enum<E>> E constant(String name, String text, E[] all) {
        return Stream.of(all)
                .filter(one -> word(one).equalsIgnoreCase(text.strip()))
                .findFirst()
                .orElseThrow(() -> {
                    var choices = Stream.of(all).map(ScoreText::word).toList();
                    return new BadInput("%s is one of %s, not %s.".formatted(name, String.join(", ", choices), text))
                            .forField(name);
                });
    }

    static String write(RankFilter.Within range) {
        return "%s:%s%s%s".formatted(write(range.score()), end(range.from()), TO, end(range.to()));
    }

    private static String end(double number) {
        return Double.isInfinite(number) ? "" : String.valueOf(number);
    }

    /// @throws BadInput if it is no range of a score
    static RankFilter.Within readRange(String name, String text) {
        var colon = text.indexOf(':');
        var dots = text.indexOf(TO, colon);
        if (colon < 0 || dots < 0) {
            throw new BadInput("%s is no range of a score, such as auroc:0.7..1.".formatted(text)).forField(name);
        }
        var from = text.substring(colon + 1, dots);
        var to = text.substring(dots + TO.length());
        return new RankFilter.Within(
                read(name, text.substring(0, colon)),
                from.isBlank() ? Double.NEGATIVE_INFINITY : QueryValues.number(name, from),
                to.isBlank() ? Double.POSITIVE_INFINITY : QueryValues.number(name, to));
    }
}
