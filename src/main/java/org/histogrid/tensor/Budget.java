package org.histogrid.tensor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/// How much may be unpacked from one uploaded file, members of its members included: bounded by size, and by
/// the ratio to the upload.
final class Budget {

    /// What deflate reaches with real activations is below 20; arrays of zeros reach 1,000 and are small or no
    /// data.
    static final int MOST_RATIO = 200;

    /// Below this the ratio does not count: a small file of zeros is no attack.
    static final long FREE = 64L << 20;

    private final long source;
    private final long most;
    private final AtomicLong taken;

    private Budget(long source, long most, long taken) {
        this.source = source;
        this.most = most;
        this.taken = new AtomicLong(taken);
    }

    /// What is left after the scratch files there are already.
    static Budget of(Workspace workspace, String key, long source) {
        return new Budget(source, most(workspace, source), taken(workspace.folder(), key + "."));
    }

    /// How many bytes may come of so many.
    static long most(Workspace workspace, long source) {
        return Math.min(workspace.mostUnpacked(), Math.max(FREE, MOST_RATIO * source));
    }

    private static long taken(Path folder, String prefix) {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @throws UnreadableFile if there is no room for so many bytes more
    void take(long bytes, Origin origin) {
        if (taken.addAndGet(bytes) > most) {
            throw origin.refused("unpacks to more than " + Sentences.grouped(most) + " bytes from "
                    + Sentences.grouped(source) + "; that is refused as a zip bomb would be.");
        }
    }

    /// How many bytes there is still room for.
    long left() {
        return Math.max(0, most - taken.get());
    }

    void giveBack(long bytes) {
        taken.addAndGet(-bytes);
    }
}
