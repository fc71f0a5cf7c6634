package org.histogrid.tensor;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.histogrid.tensor.Pickled.Global;
import org.histogrid.tensor.Pickled.Sequence;
import org.histogrid.tensor.Pickled.Storage;
import org.histogrid.tensor.Pickled.Text;
import org.histogrid.tensor.Pickled.View;
import org.histogrid.tensor.Pickled.Whole;

/// What the few functions mean that a pickle of tensors may name. None of them is Python's: each makes a
/// description of its arguments.
final class PickledCalls {

    private static final int MOST_AXES = 64;

    private static final String REBUILD = "torch._utils._rebuild_tensor";
    private static final String REBUILD_2 = "torch._utils._rebuild_tensor_v2";
    private static final String REBUILD_3 = "torch._utils._rebuild_tensor_v3";
    private static final String PARAMETER = "torch._utils._rebuild_parameter";
    private static final String PARAMETER_2 = "torch._utils._rebuild_parameter_with_state";
    private static final String ORDERED = "collections.OrderedDict";
    private static final String SIZE = "torch.Size";
    private static final String DEVICE = "torch.device";
    private static final String SCALAR = "numpy.scalar";
    private static final String DTYPE = "numpy.dtype";
    private static final String ENCODE = "_codecs.encode";

    private static final Set<String> FUNCTIONS =
            Set.of(REBUILD, REBUILD_2, REBUILD_3, PARAMETER, PARAMETER_2, ORDERED, SIZE, DEVICE, DTYPE, ENCODE);

    private static final Map<String, String> RENAMED = Map.of(
            "numpy.core.multiarray.scalar", SCALAR,
            "numpy._core.multiarray.scalar", SCALAR,
            "torch.storage.UntypedStorage", "torch.UntypedStorage");

    private PickledCalls() {}

    /// @throws UnreadableFile if it is not on the list, naming it
    static Pickled global(Origin origin, String module, String name) {
        String whole = module + "." + name;
        String known = RENAMED.getOrDefault(whole, whole);
        if (FUNCTIONS.contains(known) || known.equals(SCALAR) || TorchTypes.storage(known) || TorchTypes.dtype(known)) {
            return new Global(known);
        }
        throw origin.refused("uses " + Sentences.excerpt(whole, 100)
                + ", which is never loaded. What is read are tensors, numbers, text, lists and dictionaries.");
    }

    static Pickled apply(Origin origin, Pickled function, List<Pickled> arguments) {
        String name = function instanceof Global global ? global.name() : "";
        return switch (name) {
            case REBUILD, REBUILD_2 -> {
                require(origin, arguments.size() >= 4 && arguments.size() <= 7);
                yield view(origin, arguments, "");
            }
            case REBUILD_3 -> {
                require(origin, arguments.size() >= 7 && arguments.get(6) instanceof Global);
                yield view(origin, arguments, ((Global) arguments.get(6)).name());
            }
            case PARAMETER, PARAMETER_2 -> {
                require(origin, !arguments.isEmpty() && arguments.getFirst() instanceof View);
                yield arguments.getFirst();
            }
            case ORDERED -> {
                require(origin, arguments.isEmpty());
                yield new Pickled.Mapping(new ArrayList<>(0));
            }
            case SIZE -> {
                require(origin, arguments.size() == 1 && arguments.getFirst() instanceof Sequence);
                yield arguments.getFirst();
            }
            case DEVICE -> {
                require(origin, !arguments.isEmpty() && arguments.getFirst() instanceof Text);
                yield arguments.getFirst();
            }
            case DTYPE -> {
                require(origin, !arguments.isEmpty() && arguments.getFirst() instanceof Text);
                yield new Pickled.NumpyType(((Text) arguments.getFirst()).text(), false);
            }
            case ENCODE -> encoded(origin, arguments);
            case SCALAR -> {
                require(origin, arguments.size() == 2);
                yield NumpyScalar.read(origin, arguments.get(0), arguments.get(1));
            }
            default -> throw broken(origin);
        };
    }

    /// What a persistent id stands for: `('storage', class, key, device, count)`.
    static Pickled storage(Origin origin, List<Pickled> id) {
        if (id.size() == 5
                && id.get(0) instanceof Text(String kind)
                && kind.equals("storage")
                && id.get(1) instanceof Global(String type)
                && TorchTypes.storage(type)
                && id.get(2) instanceof Text(String key)
                && id.get(4) instanceof Whole(long count)) {
            if (!key.matches("[A-Za-z0-9_-]{1,100}")) {
                throw origin.refused("names the values of a tensor " + Sentences.quoted(key)
                        + ", which is no plain key of torch.save.");
            }
            require(origin, count >= 0);
            return new Storage(type.substring(type.lastIndexOf('.') + 1), key, count);
        }
        throw broken(origin);
    }

    /// State that objects get after they were made: attributes of dictionaries and tensors, which mean nothing
    /// here, and the byte order of numpy types.
    static Pickled withState(Origin origin, Pickled object, Pickled state) {
        return switch (object) {
            case Pickled.Mapping mapping when state instanceof Pickled.Mapping -> mapping;
            case View view when state instanceof Pickled.Mapping -> view;
            case Pickled.NumpyType type
            when state instanceof Sequence(ArrayList<Pickled> items)
                    && items.size() > 1
                    && items.get(1) instanceof Text(String order) ->
                new Pickled.NumpyType(type.code(), order.equals(">"));
            default -> throw broken(origin);
        };
    }

    private static Pickled view(Origin origin, List<Pickled> arguments, String dtype) {
        if (arguments.get(0) instanceof Storage storage && arguments.get(1) instanceof Whole(long offset)) {
            List<Long> shape = numbers(origin, arguments.get(2));
            List<Long> strides = numbers(origin, arguments.get(3));
            require(origin, shape.size() == strides.size());
            return new View(storage, dtype, offset, shape, strides);
        }
        throw broken(origin);
    }

    private static List<Long> numbers(Origin origin, Pickled value) {
        if (value instanceof Sequence(ArrayList<Pickled> items) && items.size() <= MOST_AXES) {
            List<Long> numbers = new ArrayList<>(items.size());
            for (Pickled item : items) {
                require(origin, item instanceof Whole);
                numbers.add(((Whole) item).number());
            }
            return List.copyOf(numbers);
        }
        throw broken(origin);
    }

    /// Bytes, as pickles of protocol 2 write them: text of which each character is a byte.
    private static Pickled encoded(Origin origin, List<Pickled> arguments) {
        if (arguments.size() == 2
                && arguments.get(0) instanceof Text(String text)
                && arguments.get(1) instanceof Text(String encoding)
                && encoding.toLowerCase(Locale.ROOT).matches("latin-?1")
                && text.length() <= NumpyScalar.MOST_BYTES) {
            return new Pickled.Raw(text.getBytes(ISO_8859_1));
        }
        throw broken(origin);
    }

    private static void require(Origin origin, boolean sound) {
        if (!sound) {
            throw broken(origin);
        }
    }

    private static UnreadableFile broken(Origin origin) {
        return origin.refused("is damaged: the pickle in it (data.pkl) does not say how torch.save saves a tensor.");
    }
}
