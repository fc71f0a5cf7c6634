package org.histogrid.tensor;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Strict UTF-8 with or without a byte order mark. Bytes that are none, and zero characters (which PostgreSQL
/// cannot store), are reported only after all characters before them were handed out: that is how the row they
/// are in is known.
final class Utf8Reader extends Reader {

    /// Says what is wrong with the text, for the one who knows the row.
    static final class BadText extends IOException {

        private static final long serialVersionUID = 1L;

        BadText(String message) {
            super(message);
        }
    }

    private static final int BUFFER = 16_384;

    private final InputStream in;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();
    private final CharBuffer chars = CharBuffer.allocate(BUFFER).flip();
    private boolean started;
    private boolean ended;
    private @Nullable BadText failure;

    Utf8Reader(InputStream in) {
        this.in = in;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        while (!chars.hasRemaining()) {
            if (failure != null) {
                throw failure;
            }
            if (ended) {
                return -1;
            }
            decodeMore();
        }
        int count = Math.min(length, chars.remaining());
        chars.get(target, offset, count);
        return count;
    }

    private void decodeMore() throws IOException {
        bytes.compact();
        int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        if (read > 0) {
            bytes.position(bytes.position() + read);
        }
        bytes.flip();
        chars.clear();
        CoderResult result = decoder.decode(bytes, chars, read < 0);
        chars.flip();
        if (result.isError()) {
            failure = new BadText("is no valid UTF-8 text");
        }
        ended = read < 0 && result.isUnderflow();
        if (!started && chars.hasRemaining()) {
            started = true;
            if (chars.get(0) == '\uFEFF') {
                chars.get();
            }
        }
        stopBeforeZero();
    }

    private void stopBeforeZero() {
        for (int i = chars.position(); i < chars.limit(); i++) {
            if (chars.get(i) == '\0') {
                chars.limit(i);
                failure = new BadText("holds a zero character (NUL)");
                return;
            }
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
