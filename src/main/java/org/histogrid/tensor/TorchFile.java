package org.histogrid.tensor;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A file of torch.save since PyTorch 1.6: a zip archive of a pickle, `data.pkl`, and one record of values for
/// each storage, `data/0` and so on, below a common folder. Values are mapped where they lie.
final class TorchFile {

    private static final String PICKLE = "data.pkl";

    private final Origin origin;
    private final Map<String, ZipMember> members = new HashMap<>();
    private final String folder;
    private final ZipContent content;
    private final boolean bigEndian;

    private TorchFile(Origin origin) {
        this.origin = origin;
        List<ZipMember> all = ZipDirectory.read(origin);
        this.content = ZipContent.of(origin, all, member -> false);
        all.forEach(member -> members.put(member.name(), member));
        List<String> pickles = members.keySet().stream()
                .filter(name -> name.equals(PICKLE) || name.endsWith("/" + PICKLE))
                .toList();
        if (pickles.size() != 1) {
            throw origin.refused("is a zip archive " + (pickles.isEmpty() ? "without" : "with more than one")
                    + " data.pkl, and so no file of torch.save.");
        }
        String pickle = pickles.getFirst();
        this.folder = pickle.substring(0, pickle.length() - PICKLE.length());
        this.bigEndian = record("byteorder").map(this::bigEndian).orElse(false);
    }

    /// @throws UnreadableFile if it is no such file or damaged, names anything that would have to be executed,
    ///                        or holds no tensor that can be read
    static SourceFile open(Origin origin) {
        return new TorchFile(origin).read();
    }

    private SourceFile read() {
        MemorySegment pickle =
                record(PICKLE).orElseThrow(() -> origin.refused("is damaged: its data.pkl cannot be unpacked."));
        Pickled whole = PickleReader.read(origin, pickle);
        if (whole instanceof Pickled.View view) {
            return new SingleArray(origin, "PyTorch", single(view));
        }
        return new PickledTensors(origin, this::tensor).named(whole);
    }

    private MappedTensor single(Pickled.View view) {
        try {
            return tensor(Optional.empty(), view);
        } catch (Damaged e) {
            throw origin.refused(e.restOfSentence());
        }
    }

    private MappedTensor tensor(Optional<String> name, Pickled.View view) throws Damaged {
        Dtype dtype = TorchTypes.of(view)
                .orElseThrow(() -> new Damaged("holds values of " + Sentences.excerpt(TorchTypes.words(view), 40)
                        + ", which are not read. Save it as float32."));
        Pickled.Storage storage = view.storage();
        ZipMember member = members.get(folder + "data/" + storage.key());
        if (member == null) {
            throw new Damaged("has no values: the record data/" + storage.key() + " is missing.");
        }
        MemorySegment values = content.of(member);
        if (Math.multiplyHigh(storage.count(), TorchTypes.unit(storage)) != 0
                || storage.count() * TorchTypes.unit(storage) != values.byteSize()) {
            throw new Damaged("declares " + Sentences.grouped(storage.count()) + " stored values, but the record data/"
                    + storage.key() + " holds " + Sentences.grouped(values.byteSize()) + " bytes.");
        }
        return view(name, view, dtype, values);
    }

    private MappedTensor view(Optional<String> name, Pickled.View view, Dtype dtype, MemorySegment values)
            throws Damaged {
        long stored = values.byteSize() / dtype.bytes();
        long first = TorchView.check(view, stored);
        return new MappedTensor(
                origin,
                name,
                view.shape(),
                strides(view),
                ElementType.number(dtype, bigEndian),
                values.asSlice(first * dtype.bytes()));
    }

    /// The view's own, except where none is used: those may be any number.
    private static long[] strides(Pickled.View view) {
        long[] strides = Strides.c(view.shape());
        for (int axis = 0; axis < strides.length; axis++) {
            if (!view.shape().contains(0L) && view.shape().get(axis) > 1) {
                strides[axis] = view.strides().get(axis);
            }
        }
        return strides;
    }

    private boolean bigEndian(MemorySegment order) {
        byte[] bytes = new byte[(int) Math.min(16, order.byteSize())];
        origin.guarded(() -> {
            MemorySegment.copy(order, ValueLayout.JAVA_BYTE, 0, bytes, 0, bytes.length);
            return bytes;
        });
        String text = new String(bytes, ISO_8859_1).strip();
        if (!text.equals("little") && !text.equals("big")) {
            throw origin.refused("has the byte order " + Sentences.quoted(text) + "; little and big are read.");
        }
        return text.equals("big");
    }

    private Optional<MemorySegment> record(String name) {
        ZipMember member = members.get(folder + name);
        if (member == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(content.of(member));
        } catch (Damaged e) {
            throw origin.refused("is damaged: its record " + Sentences.quoted(name) + " cannot be read.");
        }
    }
}
