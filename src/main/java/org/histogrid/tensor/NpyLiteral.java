package org.histogrid.tensor;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Parser of the one Python literal an .npy header holds: a dictionary with exactly the keys `descr` (a
/// string), `fortran_order` (True or False) and `shape` (a tuple of integers).
///
/// It goes from left to right without recursion, evaluates nothing and knows no escape sequences, so that its
/// time and memory are bounded by the length of the header. What numpy never writes is refused.
final class NpyLiteral {

    private static final int MOST_AXES = 64;

    private final String file;
    private final String text;
    private int at;

    private @Nullable String descr;
    private @Nullable Boolean fortran;
    private @Nullable List<Long> shape;

    private NpyLiteral(String file, String text) {
        this.file = file;
        this.text = text;
    }

    record Fields(String descr, boolean fortran, List<Long> shape) {}

    static Fields parse(String file, String text) {
        return new NpyLiteral(file, text).dictionary();
    }

    private Fields dictionary() {
        skipBlanks();
        expect('{');
        skipBlanks();
        while (peek() != '}') {
            String key = string();
            skipBlanks();
            expect(':');
            skipBlanks();
            value(key);
            skipBlanks();
            if (peek() != '}') {
                expect(',');
                skipBlanks();
            }
        }
        at++;
        skipBlanks();
        if (at != text.length()) {
            throw broken("goes on after its closing brace");
        }
        if (descr == null || fortran == null || shape == null) {
            throw broken("lacks " + (descr == null ? "'descr'" : fortran == null ? "'fortran_order'" : "'shape'"));
        }
        return new Fields(descr, fortran, shape);
    }

    private void value(String key) {
        switch (key) {
            case "descr" -> {
                refuseSecond(descr, key);
                descr = type();
            }
            case "fortran_order" -> {
                refuseSecond(fortran, key);
                fortran = truth();
            }
            case "shape" -> {
                refuseSecond(shape, key);
                shape = tuple();
            }
            default -> throw broken("holds the unknown key " + Sentences.quoted(key));
        }
    }

    private void refuseSecond(@Nullable Object earlier, String key) {
        if (earlier != null) {
            throw broken("names '" + key + "' twice");
        }
    }

    private String type() {
        if (peek() == '[') {
            throw new UnreadableFile(
                    file,
                    "holds records of several fields (a structured dtype). Save each field as an array of its own.");
        }
        return string();
    }

    private String string() {
        char quote = peek();
        if (quote != '\'' && quote != '"') {
            throw broken("has no quoted text where one belongs");
        }
        int end = text.indexOf(quote, at + 1);
        if (end < 0) {
            throw broken("has a quote that does not end");
        }
        String content = text.substring(at + 1, end);
        if (content.indexOf('\\') >= 0 || content.length() > 64) {
            throw broken("holds the text " + Sentences.quoted(content) + " where a short name belongs");
        }
        at = end + 1;
        return content;
    }

    private boolean truth() {
        for (boolean truth : new boolean[] {true, false}) {
            String word = truth ? "True" : "False";
            if (text.startsWith(word, at)) {
                at += word.length();
                return truth;
            }
        }
        throw broken("says neither True nor False for 'fortran_order'");
    }

    private List<Long> tuple() {
        if (peek() != '(') {
            throw broken("gives a 'shape' that is no tuple");
        }
        at++;
        var lengths = new ArrayList<Long>();
        boolean comma = false;
        skipBlanks();
        while (peek() != ')') {
            if (!lengths.isEmpty() && !comma) {
                throw broken("gives a 'shape' that is no tuple of whole numbers");
            }
            lengths.add(length());
            if (lengths.size() > MOST_AXES) {
                throw broken("gives more than " + MOST_AXES + " axes");
            }
            skipBlanks();
            comma = peek() == ',';
            if (comma) {
                at++;
                skipBlanks();
            }
        }
        at++;
        if (lengths.size() == 1 && !comma) {
            throw broken("gives a 'shape' that is a number and no tuple");
        }
        return List.copyOf(lengths);
    }

    private long length() {
        int start = at;
        while (isDigit(peek())) {
            at++;
        }
        String digits = text.substring(start, at);
        if (digits.isEmpty() || (digits.length() > 1 && digits.charAt(0) == '0')) {
            throw broken("gives a 'shape' that is no tuple of whole numbers from 0 on");
        }
        if (peek() == 'L') {
            at++;
        }
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException e) {
            throw broken("gives an axis the length " + Sentences.excerpt(digits, 40));
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private char peek() {
        if (at >= text.length()) {
            throw broken("ends too early");
        }
        return text.charAt(at);
    }

    private void expect(char c) {
        if (peek() != c) {
            throw broken("is no dictionary of 'descr', 'fortran_order' and 'shape'");
        }
        at++;
    }

    private void skipBlanks() {
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\n')) {
            at++;
        }
    }

    private UnreadableFile broken(String how) {
        return new UnreadableFile(file, "is damaged: its .npy header " + how + ".");
    }
}
