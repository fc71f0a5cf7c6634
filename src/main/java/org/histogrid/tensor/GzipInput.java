package org.histogrid.tensor;

import java.io.InputStream;

/// What a gzip file holds, checked to its last byte: its members one after another, their checksums and sizes,
/// and that nothing follows. All it throws is [Damaged].
final class GzipInput extends InputStream {

    private static final int HEADER_CHECKSUM = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int RESERVED = 0xe0;

    private final Inflated packed;
    private boolean ended;

    GzipInput(InputStream source) throws Damaged {
        this.packed = new Inflated(source);
        header(packed.frame());
    }

    @Override
    public int read() throws Damaged {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws Damaged {
        if (length == 0) {
            return 0;
        }
        while (!ended) {
            int count = packed.read(target, offset, length);
            if (count > 0) {
                return count;
            }
            trailer();
            int next = packed.frame();
            if (next < 0) {
                ended = true;
            } else {
                header(next);
            }
        }
        return -1;
    }

    private void header(int first) throws Damaged {
        if (first != 0x1f || packed.frame() != 0x8b) {
            throw new Damaged("is no gzip file, or goes on with something else after its end.");
        }
        int method = frame();
        int flags = frame();
        if (method != 8 || (flags & RESERVED) != 0) {
            throw new Damaged("is packed in a way that no gzip program writes.");
        }
        skip(6);
        if ((flags & EXTRA) != 0) {
            skip((int) number(2));
        }
        if ((flags & NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
        if ((flags & HEADER_CHECKSUM) != 0) {
            skip(2);
        }
        packed.begin();
    }

    private void trailer() throws Damaged {
        if (number(4) != packed.crc() || number(4) != (packed.size() & 0xffff_ffffL)) {
            throw new Damaged("cannot be unpacked: its checksum does not fit its content.");
        }
    }

    private void skipText() throws Damaged {
        while (frame() != 0) {
            continue;
        }
    }

    private void skip(int count) throws Damaged {
        for (int i = 0; i < count; i++) {
            frame();
        }
    }

    private long number(int bytes) throws Damaged {
        long number = 0;
        for (int i = 0; i < bytes; i++) {
            number |= (long) frame() << (8 * i);
        }
        return number;
    }

    private int frame() throws Damaged {
        int next = packed.frame();
        if (next < 0) {
            throw new Damaged("is cut off: it ends inside the frame of gzip.");
        }
        return next;
    }

    @Override
    public void close() {
        packed.close();
    }
}
