package org.histogrid.figure;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Makes texts fit into a width: smaller first, then on more lines, and cut at last.
final class TextFit {

    /// From one line to the next, as a share of the size.
    static final double LINE = 1.2;

    private static final double LITTLE_SMALLER = 0.85;
    private static final double SMALLEST = 0.7;
    private static final double STEP = 0.05;
    private static final String CUT = "\u2026";

    private static final Pattern AFTER_MARKS = Pattern.compile("(?<=[-/_:.])");

    private TextFit() {}

    /// Texts on lines, all of one size.
    ///
    /// @param isWhole whether nothing was cut off
    record Fitted(List<List<String>> texts, double size, boolean isWhole) {
        static final Fitted NOTHING = new Fitted(List.of(), 0, true);

        List<String> lines(int text) {
            return texts.get(text);
        }

        int mostLines() {
            return texts.stream().mapToInt(List::size).max().orElse(0);
        }

        /// From the top of the first to the foot of the last line.
        double height() {
            return mostLines() * LINE * size;
        }
    }

    /// Finds one size for all texts, so that panels beside each other look alike.
    ///
    /// @param lines most lines a text may have
    static Fitted fit(Typeface face, List<String> texts, double width, double size, int lines) {
        return within(face, texts, width, size, lines, LITTLE_SMALLER)
                .or(() -> within(face, texts, width, size, lines, SMALLEST))
                .orElseGet(() -> shortened(face, texts, width, SMALLEST * size, lines));
    }

    private static Optional<Fitted> within(
            Typeface face, List<String> texts, double width, double size, int lines, double smallest) {
        for (var most = 1; most <= lines; most++) {
            for (var scale = 1.0; scale > smallest - STEP / 2; scale -= STEP) {
                var fitted = fitted(face, texts, width, scale * size);
                if (fitted.mostLines() <= most && isNarrow(face, fitted, width)) {
                    return Optional.of(fitted);
                }
            }
        }
        return Optional.empty();
    }

    private static Fitted fitted(Typeface face, List<String> texts, double width, double size) {
        return new Fitted(
                texts.stream().map(text -> balanced(face, text, width, size)).toList(), size, true);
    }

    private static boolean isNarrow(Typeface face, Fitted fitted, double width) {
        return fitted.texts().stream().flatMap(List::stream).allMatch(line -> face.width(line, fitted.size()) <= width);
    }

    /// On as few lines as the width allows, and these as equally long as they can be.
    private static List<String> balanced(Typeface face, String text, double width, double size) {
        var lines = wrap(face, text, width, size);
        var narrower = lines;
        for (var share = 1 - STEP; narrower.size() == lines.size() && lines.size() > 1; share -= STEP) {
            lines = narrower;
            narrower = wrap(face, text, share * width, size);
        }
        return lines;
    }

    /// As many words on a line as fit; a word longer than a line breaks after its marks, or has a line for
    /// itself.
    static List<String> wrap(Typeface face, String text, double width, double size) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : clean(text).split(" ", -1)) {
            var gap = line.isEmpty() ? "" : " ";
            for (var part : face.width(word, size) > width ? AFTER_MARKS.split(word) : new String[] {word}) {
                if (!line.isEmpty() && face.width(line + gap + part, size) > width) {
                    lines.add(line.toString());
                    line.setLength(0);
                    gap = "";
                }
                line.append(gap).append(part);
                gap = "";
            }
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }

    private static Fitted shortened(Typeface face, List<String> texts, double width, double size, int lines) {
        return new Fitted(
                texts.stream()
                        .map(text -> cut(face, wrap(face, text, width, size), width, size, lines))
                        .toList(),
                size,
                false);
    }

    private static List<String> cut(Typeface face, List<String> lines, double width, double size, int most) {
        var kept = new ArrayList<String>();
        for (var index = 0; index < Math.min(most, lines.size()); index++) {
            var more = index == most - 1 && lines.size() > most;
            kept.add(cut(face, lines.get(index), width, size, more));
        }
        kept.removeIf(String::isEmpty);
        return kept;
    }

    private static String cut(Typeface face, String line, double width, double size, boolean more) {
        if (!more && face.width(line, size) <= width) {
            return line;
        }
        var end = line.length();
        while (end > 0 && face.width(line.substring(0, end) + CUT, size) > width) {
            end = line.offsetByCodePoints(end, -1);
        }
        return end > 0 ? line.substring(0, end).strip() + CUT : "";
    }

    /// One line of text without marks that steer it: what a name was given by hand may hold anything.
    static String clean(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .filter(code -> Character.getType(code) != Character.FORMAT)
                .map(code -> isSpace(code) ? ' ' : isDrawn(code) ? code : '\ufffd')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .replaceAll(" +", " ")
                .strip();
    }

    private static boolean isSpace(int code) {
        return Character.isISOControl(code) || code == '\u2028' || code == '\u2029';
    }

    private static boolean isDrawn(int code) {
        return Character.isDefined(code) && Character.getType(code) != Character.SURROGATE;
    }
}
