package org.histogrid.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.histogrid.base.TooLarge;
import org.histogrid.dataset.UploadRefused.Reason;

/// One request that sends a piece. It writes as long as it is the one that is named in `writers`; the lock is held for
/// one block at a time, never while it waits for its sender.
final class UploadWriter implements AutoCloseable {

    private static final int BLOCK = 1 << 16;

    private final UploadStatus status;
    private final UploadFolder place;
    private final Optional<UploadChecksum> checksum;
    private final Clock clock;
    private final Object lock;
    private final Map<UploadId, UploadWriter> writers;
    private final FileChannel file;
    private long end;
    private boolean checked;

    /// Called under the lock. What a checked piece left that was given up on goes.
    UploadWriter(
            UploadStatus status,
            UploadFolder place,
            Optional<UploadChecksum> checksum,
            Clock clock,
            Object lock,
            Map<UploadId, UploadWriter> writers)
            throws IOException {
        this.status = status;
        this.place = place;
        this.checksum = checksum;
        this.clock = clock;
        this.lock = lock;
        this.writers = writers;
        this.end = status.offset();
        this.file = FileChannel.open(place.data(), StandardOpenOption.WRITE);
        file.truncate(end);
    }

    /// Up to where the file is there for good. Called under the lock.
    long kept() {
        return checksum.isPresent() ? status.offset() : end;
    }

    void copy(InputStream in) throws IOException {
        var sum = checksum.map(UploadChecksum::start);
        var block = new byte[BLOCK];
        for (int read; (read = read(in, block)) >= 0; ) {
            if (read > status.length() - end) {
                takeBack();
                throw new TooLarge("%s is to have %d bytes, and more came. None of this piece was kept."
                        .formatted(status.name(), status.length()));
            }
            write(block, read);
            var length = read;
            sum.ifPresent(digest -> digest.update(block, 0, length));
        }
        if (sum.isPresent()) {
            check(sum.get());
        }
    }

    /// A connection that breaks is the end of the piece: what came stays.
    private static int read(InputStream in, byte[] block) {
        try {
            return in.read(block);
        } catch (IOException e) {
            return -1;
        }
    }

    private void write(byte[] block, int length) throws IOException {
        synchronized (lock) {
            requireTurn();
            var bytes = ByteBuffer.wrap(block, 0, length);
            while (bytes.hasRemaining()) {
                end += file.write(bytes, end);
            }
        }
    }

    private void check(MessageDigest sum) throws IOException {
        if (!checksum.orElseThrow().agrees(sum)) {
            takeBack();
            throw new UploadRefused(
                    Reason.CHECKSUM,
                    "The bytes of %s that came are not those that were sent. None of this piece was kept."
                            .formatted(status.name()));
        }
        checked = true;
    }

    private void takeBack() throws IOException {
        synchronized (lock) {
            requireTurn();
            file.truncate(status.offset());
            end = status.offset();
        }
    }

    private void requireTurn() throws IOException {
        // Another process may share the folder
        if (writers.get(status.id()) != this || file.size() != end) {
            throw new UploadRefused(Reason.OFFSET, "%s is being sent by another request.".formatted(status.name()));
        }
    }

    @Override
    public void close() throws IOException {
        synchronized (lock) {
            try (file) {
                if (writers.remove(status.id(), this)) {
                    if (checksum.isPresent() && !checked) {
                        file.truncate(status.offset());
                    }
                    file.force(false);
                    place.touch(clock.instant());
                }
            }
        }
    }
}
