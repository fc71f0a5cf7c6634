package org.histogrid.tensor;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/// Writes a scratch file within the [Budget] of its upload.
final class Bounded extends FilterOutputStream {

    private final Origin origin;
    private long written;

    Bounded(OutputStream out, Origin origin) {
        super(out);
        this.origin = origin;
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

    /// The file stays: what it takes is not given back.
    void keep() {
        written = 0;
    }

    /// Gives back to the budget what was written to a file that does not stay.
    @Override
    public void close() throws IOException {
        origin.budget().giveBack(written);
        written = 0;
        super.close();
    }

    private void take(int length) {
        written += length;
        origin.budget().take(length, origin);
    }
}
