package org.histogrid.tensor;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/// Stops what unpacks to far more than it should: by size, and by its ratio to what it was unpacked from.
final class Bounded extends FilterOutputStream {

    /// What deflate reaches with real activations is below 20; arrays of zeros reach 1,000 and are small or no
    /// data.
    static final int MOST_RATIO = 200;

    /// Below this the ratio does not count: a small file of zeros is no attack.
    static final long FREE = 64L << 20;

    private final Origin origin;
    private final long most;
    private long written;

    private Bounded(OutputStream out, Origin origin) {
        super(out);
        this.origin = origin;
        this.most =
                Math.min(origin.workspace().mostUnpacked(), Math.max(FREE, MOST_RATIO * Math.max(1, origin.size())));
    }

    static OutputStream output(OutputStream out, Origin origin) {
        return new Bounded(out, origin);
    }

    @Override
    public void write(int b) throws IOException {
        take(1);
        out.write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        take(length);
        out.write(bytes, offset, length);
    }

    private void take(int length) {
        written += length;
        if (written > most) {
            throw origin.refused("unpacks to more than " + Sentences.grouped(most) + " bytes from "
                    + Sentences.grouped(origin.size()) + "; that is refused as a zip bomb would be.");
        }
    }
}
