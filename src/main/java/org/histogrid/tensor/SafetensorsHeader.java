package org.histogrid.tensor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

/// The JSON header of a safetensors file, read strictly and as a stream: one object of tensors and, perhaps,
/// one of texts that tell about them.
final class SafetensorsHeader {

    private static final int MOST_TENSORS = 100_000;
    private static final int MOST_AXES = 64;

    /// Characters of all names together.
    private static final int MOST_NAMES = 16 << 20;

    /// Entries of the texts about the file that are kept.
    private static final int KEPT = 20;

    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
            .disable(TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(4)
                    .maxNumberLength(40)
                    .maxNameLength(1 << 16)
                    .maxStringLength(1 << 22)
                    .build())
            .build();

    /// A tensor as it is declared.
    ///
    /// @param shape the length of each axis
    /// @param begin where its bytes begin after the header
    /// @param end   where they end
    record Entry(String name, String dtype, List<Long> shape, long begin, long end) {}

    private final Origin origin;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, String> about = new LinkedHashMap<>();
    private long nameCharacters;
    private int aboutEntries;

    private SafetensorsHeader(Origin origin) {
        this.origin = origin;
    }

    /// @param header an origin whose bytes are the header and nothing else
    /// @throws UnreadableFile if it is anything but what the format allows, or too large
    static SafetensorsHeader read(Origin header) {
        SafetensorsHeader read = new SafetensorsHeader(header);
        // A decoder of its own refuses broken UTF-8, and no byte order mark or UTF-16 is guessed at
        try (Reader text = new InputStreamReader(header.stream(), UTF_8.newDecoder());
                JsonParser json = JSON.createParser(ObjectReadContext.empty(), text)) {
            read.object(json);
        } catch (JacksonException | IOException e) {
            throw header.refused("has a header that is no valid JSON in UTF-8, or longer than it may be.");
        }
        return read;
    }

    List<Entry> entries() {
        return entries;
    }

    /// The first texts about the file.
    Map<String, String> about() {
        return about;
    }

    int aboutEntries() {
        return aboutEntries;
    }

    private void object(JsonParser json) {
        require(json.nextToken() == JsonToken.START_OBJECT, "is no object");
        Set<String> names = new HashSet<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = name(json, names);
            if (name.equals("__metadata__")) {
                about(json);
            } else {
                if (entries.size() == MOST_TENSORS) {
                    throw origin.refused("has more than " + Sentences.grouped(MOST_TENSORS) + " tensors.");
                }
                entries.add(entry(json, name));
            }
        }
        require(json.nextToken() == null, "goes on after its end");
    }

    private String name(JsonParser json, Set<String> names) {
        require(json.currentToken() == JsonToken.PROPERTY_NAME, "is broken");
        String name = json.currentName();
        nameCharacters += name.length();
        require(nameCharacters <= MOST_NAMES && names.size() <= 2 * MOST_TENSORS, "has too many or too long names");
        if (!names.add(name)) {
            throw origin.refused("has a header that names " + Sentences.quoted(name) + " twice.");
        }
        return name;
    }

    private void about(JsonParser json) {
        require(json.nextToken() == JsonToken.START_OBJECT, "has metadata that are no object");
        Set<String> names = new HashSet<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = name(json, names);
            require(json.nextToken() == JsonToken.VALUE_STRING, "has metadata that are no text");
            String text = json.getString();
            if (aboutEntries++ < KEPT) {
                about.put(Sentences.excerpt(name, 60), Sentences.excerpt(text, 200));
            }
        }
    }

    private Entry entry(JsonParser json, String name) {
        String what = "describes the tensor " + Sentences.quoted(name) + " in a way that is not allowed";
        require(json.nextToken() == JsonToken.START_OBJECT, what);
        Set<String> names = new HashSet<>();
        String dtype = "";
        List<Long> shape = List.of();
        List<Long> offsets = List.of();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String key = name(json, names);
            json.nextToken();
            switch (key) {
                case "dtype" -> {
                    require(json.currentToken() == JsonToken.VALUE_STRING, what);
                    dtype = json.getString();
                }
                case "shape" -> shape = integers(json, MOST_AXES, what);
                case "data_offsets" -> offsets = integers(json, 2, what);
                default -> require(false, what);
            }
        }
        require(names.size() == 3 && offsets.size() == 2, what);
        return new Entry(name, dtype, shape, offsets.get(0), offsets.get(1));
    }

    private List<Long> integers(JsonParser json, int most, String what) {
        require(json.currentToken() == JsonToken.START_ARRAY, what);
        List<Long> integers = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            require(json.currentToken() == JsonToken.VALUE_NUMBER_INT && integers.size() < most, what);
            long integer = json.getLongValue();
            require(integer >= 0, what);
            integers.add(integer);
        }
        return integers;
    }

    private void require(boolean sound, String what) {
        if (!sound) {
            throw origin.refused("has a header that " + what + ".");
        }
    }
}
