package org.histogrid.tensor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.histogrid.tensor.Pickled.Real;
import org.histogrid.tensor.Pickled.Text;
import org.histogrid.tensor.Pickled.Truth;
import org.histogrid.tensor.Pickled.Whole;

/// Finds tensors, lists of values and single values in nested dictionaries and lists, and names them by the way
/// to them: `hidden.12`.
final class PickledTensors {

    private static final int MOST_TENSORS = 100_000;
    private static final int MOST_DEPTH = 32;

    /// Dictionaries, lists and values that are looked at: one may be named from many places.
    private static final int MOST_VISITS = 5_000_000;

    /// Characters of all names and lists of values together.
    private static final long MOST_CHARACTERS = 64L << 20;

    /// The name of a list that is all a file holds.
    private static final String ROOT = "values";

    /// Makes a tensor of a view.
    @FunctionalInterface
    interface Views {
        Tensor tensor(Optional<String> name, Pickled.View view) throws Damaged;
    }

    private final Origin origin;
    private final Views views;
    private final NamedArrays.Builder arrays;
    private int found;
    private int visits;
    private long characters;

    PickledTensors(Origin origin, Views views) {
        this.origin = origin;
        this.views = views;
        this.arrays = new NamedArrays.Builder(origin, "PyTorch");
    }

    SourceFile named(Pickled whole) {
        visit("", whole, 0);
        return arrays.build("holds no tensors.");
    }

    private void visit(String path, Pickled value, int depth) {
        look(1);
        if (depth > MOST_DEPTH) {
            throw origin.refused("holds lists and dictionaries nested more than " + MOST_DEPTH + " deep.");
        }
        switch (value) {
            case Pickled.View view -> arrays.add(countedName(path), () -> views.tensor(Optional.of(path), view));
            case Pickled.Mapping(ArrayList<Pickled> keysAndValues) -> mapping(path, keysAndValues, depth);
            case Pickled.Sequence(ArrayList<Pickled> items) -> sequence(path, items, depth);
            case Pickled.Storage storage ->
                arrays.add(countedName(path), () -> {
                    throw new Damaged("is a storage without a shape. Save the tensor itself.");
                });
            case Pickled.Nothing none -> note(path, "None");
            case Pickled.Raw raw -> note(path, Sentences.counted(raw.bytes().length, "byte"));
            case Pickled.Global global -> note(path, global.name());
            case Pickled.NumpyType type -> note(path, type.code());
            case Text text -> note(path, text.text());
            case Whole whole -> note(path, scalar(whole));
            case Real real -> note(path, scalar(real));
            case Truth truth -> note(path, scalar(truth));
        }
    }

    private void mapping(String path, List<Pickled> keysAndValues, int depth) {
        Map<String, Pickled> entries = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.size(); i += 2) {
            String key = switch (keysAndValues.get(i)) {
                case Text text -> text.text();
                case Whole whole -> Long.toString(whole.number());
                default -> throw origin.refused("has a dictionary whose keys are neither text nor whole numbers.");
            };
            look(1);
            // As in Python, the last one counts
            entries.put(key, keysAndValues.get(i + 1));
        }
        entries.forEach((key, value) -> visit(below(path, key), value, depth + 1));
    }

    private void sequence(String path, List<Pickled> items, int depth) {
        Optional<Dtype> kind = kind(items);
        if (kind.isPresent()) {
            list(path, items, kind.get());
            return;
        }
        if (!items.isEmpty()
                && items.stream()
                        .allMatch(item ->
                                item instanceof Pickled.Nothing || kind(item).isPresent())) {
            String name = countedName(path);
            arrays.add(name, () -> {
                throw new Damaged("is a list of values of several kinds, such as numbers and text.");
            });
            return;
        }
        for (int i = 0; i < items.size(); i++) {
            visit(below(path, Integer.toString(i)), items.get(i), depth + 1);
        }
    }

    private void list(String path, List<Pickled> items, Dtype kind) {
        look(items.size());
        Map<String, String> shared = new HashMap<>();
        List<String> texts = new ArrayList<>(items.size());
        for (Pickled item : items) {
            String text = item instanceof Text(String whole) ? whole : scalar(item);
            String known = shared.get(text);
            if (known == null) {
                characters += text.length();
                if (characters > MOST_CHARACTERS) {
                    throw origin.refused("holds too much text in lists. Bring it as a table.");
                }
                if (shared.size() < 4_096) {
                    shared.put(text, text);
                }
            }
            texts.add(known == null ? text : known);
        }
        String name = path.isEmpty() ? ROOT : path;
        arrays.add(countedName(name), () -> new ListedTensor(origin.name(), name, texts, kind));
    }

    /// What all values of a list are; empty if they are not of one kind.
    private static Optional<Dtype> kind(List<Pickled> items) {
        Optional<Dtype> all = Optional.empty();
        for (Pickled item : items) {
            Optional<Dtype> one = kind(item);
            if (one.isEmpty()) {
                return Optional.empty();
            }
            if (all.isEmpty() || (number(all) && number(one) && one.get() == Dtype.F64)) {
                all = one;
            } else if (!all.equals(one) && !(number(all) && number(one))) {
                return Optional.empty();
            }
        }
        return all;
    }

    private static boolean number(Optional<Dtype> kind) {
        return kind.filter(dtype -> dtype == Dtype.I64 || dtype == Dtype.F64).isPresent();
    }

    private static Optional<Dtype> kind(Pickled item) {
        return switch (item) {
            case Text text -> Optional.of(Dtype.TEXT);
            case Truth truth -> Optional.of(Dtype.BOOL);
            case Whole whole -> Optional.of(Dtype.I64);
            case Real real -> Optional.of(Dtype.F64);
            default -> Optional.empty();
        };
    }

    private static String scalar(Pickled value) {
        return switch (value) {
            case Whole whole -> Long.toString(whole.number());
            case Real real -> NumberTexts.of(real.number());
            case Truth truth -> String.valueOf(truth.value());
            default -> throw new IllegalStateException("No single value");
        };
    }

    private void note(String path, String text) {
        arrays.note(() -> Sentences.excerpt(path.isEmpty() ? ROOT : path, 60) + ": " + Sentences.excerpt(text, 200));
    }

    private String countedName(String path) {
        if (++found > MOST_TENSORS) {
            throw origin.refused("has more than " + Sentences.grouped(MOST_TENSORS) + " tensors.");
        }
        return path;
    }

    private String below(String path, String name) {
        characters += path.length() + name.length() + 1L;
        if (characters > MOST_CHARACTERS) {
            throw origin.refused("has too many or too long names of tensors and values.");
        }
        return path.isEmpty() ? name : path + "." + name;
    }

    private void look(int count) {
        visits += count;
        if (visits > MOST_VISITS) {
            throw origin.refused("holds lists and dictionaries that name one another too often.");
        }
    }
}
