package org.histogrid.tensor;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads the pickle of a PyTorch file as data: a list of known instructions builds [Pickled] descriptions. What
/// the pickle wants imported is compared with a short list and refused by name; nothing is looked up or called.
///
/// Memory is bounded by an account of what each object takes on the heap, whatever the pickle declares.
final class PickleReader {

    /// What the objects may take on the heap, in bytes.
    private static final long MOST_HEAP = 96L << 20;

    private static final int OBJECT = 40;
    private static final int REFERENCE = 8;
    private static final int MEMO = 56;

    private static final int MOST_NAME = 1_000;

    /// Of one text, in bytes.
    private static final int MOST_TEXT = 8 << 20;

    private static final Pickled.Nothing NONE = new Pickled.Nothing();

    private final Origin origin;
    private final MemorySegment bytes;
    private final Map<Long, Pickled> memo = new HashMap<>();
    private ArrayList<Pickled> stack = new ArrayList<>();
    private final ArrayList<ArrayList<Pickled>> marks = new ArrayList<>();
    private long at;
    private long heap;

    private PickleReader(Origin origin, MemorySegment bytes) {
        this.origin = origin;
        this.bytes = bytes;
    }

    /// @param origin the file, for messages
    /// @param bytes  the pickle
    /// @throws UnreadableFile if it is broken, uses what is not on the list, or takes too much memory
    static Pickled read(Origin origin, MemorySegment bytes) {
        return origin.guarded(() -> new PickleReader(origin, bytes).run());
    }

    private Pickled run() {
        if (next() != 0x80 || next() > 5) {
            throw broken();
        }
        while (true) {
            int code = next();
            if (code == '.') {
                return pop();
            }
            step(code);
        }
    }

    private void step(int code) {
        switch (code) {
            case 0x80 -> next();
            case 0x95 -> skip(8);
            case '(' -> mark();
            case '0' -> discard();
            case '1' -> popMark();
            case '2' -> push(top(), REFERENCE);
            case 'N' -> push(NONE, REFERENCE);
            case 0x88 -> push(new Pickled.Truth(true), OBJECT);
            case 0x89 -> push(new Pickled.Truth(false), OBJECT);
            case 'J' -> whole((int) number(4));
            case 'K' -> whole(number(1));
            case 'M' -> whole(number(2));
            case 0x8a -> longNumber(number(1));
            case 0x8b -> longNumber(number(4));
            case 'G' -> push(new Pickled.Real(Double.longBitsToDouble(Long.reverseBytes(number(8)))), OBJECT);
            case 'X' -> text(number(4));
            case 0x8c -> text(number(1));
            case 0x8d -> text(number(8));
            case 'B' -> raw(number(4));
            case 'C' -> raw(number(1));
            case 0x8e -> raw(number(8));
            case 'q' -> put(number(1));
            case 'r' -> put(number(4));
            case 0x94 -> put(memo.size());
            case 'h' -> get(number(1));
            case 'j' -> get(number(4));
            default -> build(code);
        }
    }

    private void build(int code) {
        switch (code) {
            case ']', ')' -> push(new Pickled.Sequence(new ArrayList<>(0)), OBJECT);
            case '}' -> push(new Pickled.Mapping(new ArrayList<>(0)), OBJECT);
            case 't', 'l' -> sequence(popMark());
            case 'd' -> push(new Pickled.Mapping(pairs(popMark())), OBJECT);
            case 0x85 -> sequence(popped(1));
            case 0x86 -> sequence(popped(2));
            case 0x87 -> sequence(popped(3));
            case 'a' -> append(popped(1));
            case 'e' -> append(popMark());
            case 's' -> set(popped(2));
            case 'u' -> set(popMark());
            case 'c' -> global(line(), line());
            case 0x93 -> {
                ArrayList<Pickled> names = popped(2);
                global(string(names.get(0)), string(names.get(1)));
            }
            case 'R' -> {
                ArrayList<Pickled> call = popped(2);
                push(PickledCalls.apply(origin, call.get(0), items(call.get(1))), 2 * OBJECT);
            }
            case 'Q' -> push(PickledCalls.storage(origin, items(pop())), 2 * OBJECT);
            case 'b' -> {
                ArrayList<Pickled> state = popped(2);
                push(PickledCalls.withState(origin, state.get(0), state.get(1)), OBJECT);
            }
            default ->
                throw origin.refused("uses the pickle instruction 0x" + Integer.toHexString(code)
                        + ", which torch.save does not write for tensors, numbers, text, lists and dictionaries.");
        }
    }

    private void global(String module, String name) {
        push(PickledCalls.global(origin, module, name), OBJECT);
    }

    private void whole(long number) {
        push(new Pickled.Whole(number), OBJECT);
    }

    /// Little-endian, two's complement, of as many bytes as are needed or more.
    private void longNumber(long length) {
        long number = 0;
        for (long i = 0; i < length; i++) {
            int next = next();
            if (i < Long.BYTES) {
                number |= (long) next << (Byte.SIZE * (int) i);
            } else if (next != (number < 0 ? 0xff : 0)) {
                throw origin.refused("holds a number of more than 64 bits.");
            }
        }
        int unused = Math.max(0, Long.SIZE - Byte.SIZE * (int) Math.min(length, Long.BYTES));
        whole(unused == Long.SIZE ? 0 : number << unused >> unused);
    }

    private void text(long length) {
        byte[] text = take(length, 2);
        try {
            // Python keeps lone surrogates of broken text; they end as replacement characters
            push(
                    new Pickled.Text(UTF_8.newDecoder()
                            .onMalformedInput(CodingErrorAction.REPLACE)
                            .decode(ByteBuffer.wrap(text))
                            .toString()),
                    OBJECT);
        } catch (CharacterCodingException e) {
            throw broken();
        }
    }

    private void raw(long length) {
        push(new Pickled.Raw(take(length, 1)), OBJECT);
    }

    private void sequence(ArrayList<Pickled> items) {
        push(new Pickled.Sequence(items), OBJECT);
    }

    private void append(List<Pickled> items) {
        if (!(top() instanceof Pickled.Sequence sequence)) {
            throw broken();
        }
        charge((long) REFERENCE * items.size());
        sequence.items().addAll(items);
    }

    private void set(ArrayList<Pickled> keysAndValues) {
        if (!(top() instanceof Pickled.Mapping mapping)) {
            throw broken();
        }
        charge((long) REFERENCE * keysAndValues.size());
        mapping.keysAndValues().addAll(pairs(keysAndValues));
    }

    private ArrayList<Pickled> pairs(ArrayList<Pickled> keysAndValues) {
        if (keysAndValues.size() % 2 != 0) {
            throw broken();
        }
        return keysAndValues;
    }

    private void mark() {
        charge(2 * OBJECT);
        marks.add(stack);
        stack = new ArrayList<>(0);
    }

    private ArrayList<Pickled> popMark() {
        if (marks.isEmpty()) {
            throw broken();
        }
        ArrayList<Pickled> items = stack;
        stack = marks.removeLast();
        return items;
    }

    private ArrayList<Pickled> popped(int count) {
        if (stack.size() < count) {
            throw broken();
        }
        List<Pickled> last = stack.subList(stack.size() - count, stack.size());
        ArrayList<Pickled> popped = new ArrayList<>(last);
        last.clear();
        charge((long) OBJECT + (long) REFERENCE * count);
        return popped;
    }

    private Pickled pop() {
        if (stack.isEmpty()) {
            throw broken();
        }
        return stack.removeLast();
    }

    private void discard() {
        if (stack.isEmpty()) {
            popMark();
        } else {
            stack.removeLast();
        }
    }

    private Pickled top() {
        if (stack.isEmpty()) {
            throw broken();
        }
        return stack.getLast();
    }

    private void push(Pickled value, int cost) {
        charge(cost);
        stack.add(value);
    }

    private void put(long key) {
        charge(MEMO);
        memo.put(key, top());
    }

    private void get(long key) {
        Pickled value = memo.get(key);
        if (value == null) {
            throw broken();
        }
        push(value, REFERENCE);
    }

    private List<Pickled> items(Pickled value) {
        if (value instanceof Pickled.Sequence sequence) {
            return sequence.items();
        }
        throw broken();
    }

    private String string(Pickled value) {
        if (value instanceof Pickled.Text text) {
            return text.text();
        }
        throw broken();
    }

    private String line() {
        StringBuilder line = new StringBuilder();
        for (int c = next(); c != '\n'; c = next()) {
            if (line.length() == MOST_NAME) {
                throw broken();
            }
            line.append((char) c);
        }
        return new String(line.toString().getBytes(ISO_8859_1), UTF_8);
    }

    private byte[] take(long length, int heapPerByte) {
        if (length < 0 || length > bytes.byteSize() - at) {
            throw broken();
        }
        charge((length > MOST_TEXT ? MOST_HEAP : length * heapPerByte) + OBJECT);
        byte[] taken = new byte[(int) length];
        MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, at, taken, 0, taken.length);
        at += length;
        return taken;
    }

    private void skip(int count) {
        number(count);
    }

    private long number(int length) {
        long number = 0;
        for (int i = 0; i < length; i++) {
            number |= (long) next() << (Byte.SIZE * i);
        }
        return number;
    }

    private int next() {
        if (at >= bytes.byteSize()) {
            throw broken();
        }
        return Byte.toUnsignedInt(bytes.get(ValueLayout.JAVA_BYTE, at++));
    }

    private void charge(long cost) {
        heap += cost;
        if (heap > MOST_HEAP) {
            throw origin.refused("holds too many objects besides its tensors. Save labels and texts as a tensor, or in"
                    + " a table.");
        }
    }

    private UnreadableFile broken() {
        return origin.refused("is damaged: the pickle in it (data.pkl) is broken.");
    }
}
