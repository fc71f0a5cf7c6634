package org.histogrid.tensor;

import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/// The tokens of a JSON file, within bounds: strict JSON in UTF-8, a byte order mark allowed, and the `NaN`,
/// `Infinity` and `-Infinity` that Python writes.
final class JsonInput implements AutoCloseable {

    private static final int DEEPEST = 64;
    private static final int LONGEST_NAME = 1_000;
    private static final int LONGEST_NUMBER = 1_000;
    private static final Set<String> SPECIAL = Set.of("NaN", "Infinity", "-Infinity");

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNameLength(LONGEST_NAME)
                    .maxNumberLength(LONGEST_NUMBER)
                    .maxStringLength(CsvScanner.LONGEST_LIST)
                    .build())
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            // Millions of ids may be names, and each of them is met once
            .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
            .disable(TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES)
            .build();

    private final Origin origin;
    private final JsonParser parser;
    private JsonToken token = JsonToken.NOT_AVAILABLE;

    JsonInput(Origin origin) {
        this.origin = origin;
        this.parser = FACTORY.createParser(ObjectReadContext.empty(), new Utf8Reader(origin.stream()));
    }

    /// Goes to the next token.
    ///
    /// @return whether there is one
    boolean next() {
        return reading(() -> {
            JsonToken next = parser.nextToken();
            if (next == null) {
                token = JsonToken.NOT_AVAILABLE;
                return false;
            }
            token = next;
            return true;
        });
    }

    JsonToken token() {
        return token;
    }

    boolean is(JsonToken expected) {
        return token == expected;
    }

    boolean isScalar() {
        return token.isScalarValue();
    }

    /// The text of a name, a string or a number.
    ///
    /// @throws UnreadableFile if it holds a zero character or is no Unicode, or is no number that Python writes
    String text() {
        String text = reading(parser::getString);
        if (token == JsonToken.VALUE_NUMBER_FLOAT) {
            char last = text.charAt(text.length() - 1);
            if ((last < '0' || last > '9') && !SPECIAL.contains(text)) {
                throw refused("holds " + Sentences.quoted(text) + ", which is no number in JSON,");
            }
        } else if (text.indexOf('\0') >= 0) {
            throw refused(Utf8.ZERO);
        } else if (hasLoneSurrogate(text)) {
            throw refused("holds text that is no valid Unicode");
        }
        return text;
    }

    private static boolean hasLoneSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                boolean pair = i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
                if (!pair) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }

    /// Said of the line where the reader is.
    UnreadableFile refused(String how) {
        return origin.refused(
                how + " in line " + Sentences.grouped(parser.currentLocation().getLineNr()) + ".");
    }

    private <T> T reading(Supplier<T> tokens) {
        try {
            return tokens.get();
        } catch (StreamConstraintsException e) {
            throw refused("nests deeper than " + DEEPEST + " levels, or holds a name or number of more than "
                    + Sentences.grouped(LONGEST_NAME) + " or a text of more than "
                    + Sentences.grouped(CsvScanner.LONGEST_LIST) + " characters,");
        } catch (JacksonException e) {
            throw e.getCause() instanceof Utf8Reader.BadText bad
                    ? refused(String.valueOf(bad.getMessage()))
                    : refused("is no valid JSON");
        }
    }

    @Override
    public void close() {
        parser.close();
    }
}
