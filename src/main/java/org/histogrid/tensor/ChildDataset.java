package org.histogrid.tensor;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.histogrid.tensor.child.ChildAnswer;

/// An array that a child process has described. What it said is believed only as far as it fits the files.
final class ChildDataset {

    private static final ValueLayout.OfInt LENGTH = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    private static final int LONGEST_TEXT = 1 << 20;

    private static final int MOST_NOTES = 20;

    private final Origin origin;
    private final ChildAnswer.Dataset said;
    private final ElementType type;
    private final long count;

    private ChildDataset(Origin origin, ChildAnswer.Dataset said, ElementType type, long count) {
        this.origin = origin;
        this.said = said;
        this.type = type;
        this.count = count;
    }

    /// @throws UnreadableFile if it contradicts itself or the file
    static ChildDataset of(Origin origin, ChildAnswer.Dataset said) {
        Dtype dtype = dtype(origin, said.dtype());
        long count = 1;
        for (long length : said.shape()) {
            if (length < 0 || Math.multiplyHigh(count, length) != 0 || count * length < 0) {
                throw lies(origin);
            }
            count *= length;
        }
        boolean text = dtype == Dtype.TEXT;
        if (Math.multiplyHigh(count, dtype.bytes()) != 0
                || (!text && said.bytes() != count * dtype.bytes())
                || said.bytes() < 0
                || (text && (said.offset() >= 0 || count > TensorVector.MOST_VALUES))) {
            throw lies(origin);
        }
        if (said.offset() >= 0 && said.offset() > origin.size() - said.bytes()) {
            throw new UnreadableFile(
                    origin.name(), Optional.of(said.name()), "declares values behind the end of the file.");
        }
        return new ChildDataset(origin, said, ElementType.number(dtype, said.bigEndian()), count);
    }

    /// The values that are read; raw 16-bit values come from nowhere here.
    static Dtype dtype(Origin origin, String name) {
        for (Dtype dtype : Dtype.values()) {
            if (dtype.name().equals(name) && dtype != Dtype.RAW16) {
                return dtype;
            }
        }
        throw lies(origin);
    }

    /// What the process says of the file is no honest answer.
    static UnreadableFile lies(Origin origin) {
        return origin.refused("is damaged: what was read from it contradicts itself.");
    }

    static UnreadableFile refused(Origin origin, ChildAnswer.Problem problem) {
        String reason = Sentences.excerpt(problem.reason(), 300);
        return problem.row() > 0
                ? new UnreadableFile(origin.name(), Optional.of(problem.name()), reason, problem.row(), problem.name())
                : new UnreadableFile(origin.name(), Optional.of(problem.name()), reason);
    }

    static List<String> notes(Collection<ChildAnswer.Problem> problems) {
        List<String> notes = problems.stream()
                .limit(MOST_NOTES)
                .map(problem -> Sentences.quoted(problem.name()) + " " + Sentences.excerpt(problem.reason(), 300))
                .toList();
        if (problems.size() <= MOST_NOTES) {
            return notes;
        }
        String rest = Sentences.grouped(problems.size() - MOST_NOTES) + " more cannot be read.";
        return Stream.concat(notes.stream(), Stream.of(rest)).toList();
    }

    TensorInfo info() {
        return new TensorInfo(
                origin.name(),
                Optional.of(said.name()),
                said.shape(),
                type.dtype(),
                "C",
                type.bigEndian(),
                said.bytes());
    }

    /// The array where it lies in the file, if it does.
    Optional<Tensor> inPlace() {
        return said.offset() < 0
                ? Optional.empty()
                : Optional.of(array(origin.bytes().asSlice(said.offset(), said.bytes())));
    }

    /// The array as it was written to a scratch file.
    ///
    /// @throws UnreadableFile if the file is of another length, or its texts are none
    Tensor extracted(MemorySegment scratch) {
        if (type.dtype() == Dtype.TEXT) {
            return new ListedTensor(origin.name(), said.name(), texts(scratch), Dtype.TEXT);
        }
        if (scratch.byteSize() != said.bytes()) {
            throw lies(origin);
        }
        return array(scratch);
    }

    private MappedTensor array(MemorySegment data) {
        return new MappedTensor(origin, Optional.of(said.name()), said.shape(), Strides.c(said.shape()), type, data);
    }

    private List<String> texts(MemorySegment scratch) {
        TextList texts = TextList.of(origin, said.name(), count);
        long at = 0;
        for (long i = 0; i < count; i++) {
            int length = at <= scratch.byteSize() - Integer.BYTES ? scratch.get(LENGTH, at) : -1;
            at += Integer.BYTES;
            if (length < 0 || at > scratch.byteSize() - length) {
                throw lies(origin);
            }
            texts.append(text(scratch.asSlice(at, length), i));
            at += length;
        }
        return texts;
    }

    private String text(MemorySegment bytes, long index) {
        if (bytes.byteSize() > LONGEST_TEXT) {
            throw refusedText(index, "holds a text of more than " + Sentences.grouped(LONGEST_TEXT) + " bytes");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toArray(ValueLayout.JAVA_BYTE)))
                    .toString();
            if (text.indexOf('\0') < 0) {
                return text;
            }
        } catch (CharacterCodingException e) {
            throw refusedText(index, "holds text that is no valid UTF-8");
        }
        throw refusedText(index, "holds text with a zero character");
    }

    private UnreadableFile refusedText(long index, String how) {
        String sentence = how + ". It is value " + Sentences.grouped(index + 1) + ", counted from 1.";
        return new UnreadableFile(origin.name(), Optional.of(said.name()), sentence, index + 1, null);
    }
}
