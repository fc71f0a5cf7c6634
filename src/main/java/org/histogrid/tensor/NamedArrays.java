package org.histogrid.tensor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// A file of arrays with names. Those that cannot be read are told of and hide none of the others.
final class NamedArrays implements SourceFile {

    /// How many sentences of each kind are shown.
    private static final int MOST_NOTES = 50;

    private static final int MOST_NAME = 1_000;

    private final Origin origin;
    private final FileContents.Arrays contents;
    private final Map<String, Tensor> tensors;
    private final Map<String, String> refused;

    private NamedArrays(Builder builder) {
        this.origin = builder.origin;
        this.tensors = new LinkedHashMap<>(builder.tensors);
        this.refused = Map.copyOf(builder.refused);
        this.contents = new FileContents.Arrays(
                origin.name(),
                builder.format,
                tensors.values().stream().map(Tensor::info).toList(),
                builder.allNotes());
    }

    @Override
    public String name() {
        return origin.name();
    }

    @Override
    public FileContents contents() {
        return contents;
    }

    @Override
    public Tensor tensor(Optional<String> wanted) {
        String problem = wanted.map(refused::get).orElse(null);
        if (problem != null) {
            throw new UnreadableFile(origin.name(), wanted, problem);
        }
        String name = Named.choose(origin, tensors.keySet(), wanted);
        Tensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new IllegalStateException("A name that was chosen is known");
        }
        return tensor;
    }

    @Override
    public Table table() {
        throw Named.noTable(origin, "arrays");
    }

    /// Gathers what a file holds.
    static final class Builder {

        private final Origin origin;
        private final String format;
        private final Map<String, Tensor> tensors = new LinkedHashMap<>();
        private final Map<String, String> refused = new LinkedHashMap<>();
        private final List<String> notes = new ArrayList<>();
        private int allNotes;

        Builder(Origin origin, String format) {
            this.origin = origin;
            this.format = format;
        }

        /// Adds an array, or the reason why it cannot be read.
        ///
        /// @throws UnreadableFile if there are two of the name
        void add(String name, Reader reader) {
            if (tensors.containsKey(name) || refused.containsKey(name)) {
                throw origin.refused("has two tensors named " + Sentences.quoted(name) + ".");
            }
            try {
                requireShowable(name);
                tensors.put(name, reader.read());
            } catch (Damaged e) {
                refused.put(name, e.restOfSentence());
            } catch (UnreadableFile e) {
                refused.put(name, e.restOfSentence());
            }
        }

        /// Only the first notes are made and shown, the others counted.
        void note(Supplier<String> sentence) {
            if (allNotes++ < MOST_NOTES) {
                notes.add(sentence.get());
            }
        }

        /// Names are shown and stored: nobody can ask for one with a control character in it.
        private static void requireShowable(String name) throws Damaged {
            if (!Sentences.excerpt(name, MOST_NAME).equals(name)) {
                throw new Damaged("has a name that is longer than " + Sentences.grouped(MOST_NAME)
                        + " characters or holds control characters.");
            }
        }

        /// @throws UnreadableFile if not one array can be read, for the reason of the first
        SourceFile build(String nothing) {
            if (tensors.isEmpty() && refused.isEmpty()) {
                throw origin.refused(nothing);
            }
            if (tensors.isEmpty()) {
                Map.Entry<String, String> first = refused.entrySet().iterator().next();
                throw new UnreadableFile(origin.name(), Optional.of(first.getKey()), first.getValue());
            }
            return new NamedArrays(this);
        }

        private List<String> allNotes() {
            List<String> all = new ArrayList<>();
            refused.entrySet().stream()
                    .limit(MOST_NOTES)
                    .map(entry -> new UnreadableFile(origin.name(), Optional.of(entry.getKey()), entry.getValue()))
                    .forEach(refusal -> all.add(String.valueOf(refusal.getMessage())));
            more(all, refused.size(), "more that cannot be read.");
            all.addAll(notes);
            more(all, allNotes, "more notes.");
            return all;
        }

        private static void more(List<String> all, int count, String what) {
            if (count > MOST_NOTES) {
                all.add("And " + Sentences.grouped(count - MOST_NOTES) + " " + what);
            }
        }
    }

    /// Makes an array.
    @FunctionalInterface
    interface Reader {
        Tensor read() throws Damaged;
    }
}
