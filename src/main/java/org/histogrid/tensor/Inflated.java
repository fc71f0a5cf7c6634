package org.histogrid.tensor;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Unpacks one member after another of a deflated stream and leaves what frames them to others. All it throws
/// is [Damaged].
final class Inflated implements AutoCloseable {

    private static final int CHUNK = 1 << 16;

    private final InputStream source;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private final byte[] chunk = new byte[CHUNK];
    private int from;
    private int to;

    Inflated(InputStream source) {
        this.source = source;
    }

    /// The next byte of what frames the deflated data, -1 at the end.
    int frame() throws Damaged {
        return from < to || refill() ? chunk[from++] & 0xff : -1;
    }

    /// Begins a deflated member at the next byte.
    void begin() {
        inflater.reset();
        crc.reset();
    }

    /// Unpacks some of the member, -1 at its end. The bytes after it are then frame.
    int read(byte[] target, int offset, int length) throws Damaged {
        try {
            while (!inflater.finished()) {
                int count = inflater.inflate(target, offset, length);
                if (count > 0) {
                    crc.update(target, offset, count);
                    return count;
                }
                feed();
            }
        } catch (DataFormatException e) {
            throw new Damaged("cannot be unpacked: its packed data is damaged.");
        }
        from = to - inflater.getRemaining();
        return -1;
    }

    private void feed() throws Damaged {
        if (inflater.needsDictionary()) {
            throw new Damaged("cannot be unpacked: its packed data is damaged.");
        }
        if (inflater.needsInput() && !inflater.finished()) {
            if (from == to && !refill()) {
                throw new Damaged("is cut off: its packed data ends too early.");
            }
            inflater.setInput(chunk, from, to - from);
            from = to;
        }
    }

    private boolean refill() throws Damaged {
        try {
            from = 0;
            to = Math.max(0, source.read(chunk));
            return to > 0;
        } catch (Damaged e) {
            throw e;
        } catch (IOException e) {
            throw new Damaged("cannot be unpacked: its packed data could not be read.");
        }
    }

    /// Of the member unpacked last.
    long crc() {
        return crc.getValue();
    }

    /// Its unpacked size.
    long size() {
        return inflater.getBytesWritten();
    }

    @Override
    public void close() {
        inflater.end();
    }
}
