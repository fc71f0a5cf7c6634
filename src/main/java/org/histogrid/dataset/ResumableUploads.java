package org.histogrid.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.histogrid.base.BadInput;
import org.histogrid.base.HistogridSettings;
import org.histogrid.base.NotFound;
import org.histogrid.base.TooLarge;
import org.histogrid.dataset.UploadRefused.Reason;
import org.histogrid.sharing.Viewer;
import org.springframework.stereotype.Service;
import org.springframework.util.unit.DataSize;

/// Files that are sent in pieces, so that a connection that breaks costs no more than what was under way. An upload
/// belongs to the account that began it; to everybody else it is not there.
@Service
public class ResumableUploads {

    /// After the last byte.
    static final Duration KEPT = Duration.ofDays(7);

    static final int MOST_AT_ONCE = 200;

    private static final int STRIPES = 64;
    private static final int LONGEST_METADATA = 4_000;

    private final Path folder;
    private final DataSize most;
    private final Clock clock;
    private final Map<UploadId, UploadWriter> writers = new ConcurrentHashMap<>();
    private final List<Object> locks =
            IntStream.range(0, STRIPES).mapToObj(_ -> new Object()).toList();

    ResumableUploads(HistogridSettings settings, Clock clock) {
        this.folder = settings.staging().resolve("uploads");
        this.most = settings.uploadMax();
        this.clock = clock;
    }

    /// The most bytes that one upload may have.
    public long most() {
        return most.toBytes();
    }

    public UploadStatus create(Viewer viewer, String givenName, String metadata, long length) {
        var owner = viewer.member().id();
        var name = Staging.plainName(givenName);
        if (length < 0 || metadata.length() > LONGEST_METADATA) {
            throw new BadInput("The length of %s, or what is told of it, is out of bounds.".formatted(name));
        }
        if (length > most.toBytes()) {
            throw new TooLarge(
                    "%s is larger than %s MB, the most that one upload may have.".formatted(name, most.toMegabytes()));
        }
        if (UploadFolder.ofOwner(folder, owner).stream()
                        .filter(UploadFolder::hasData)
                        .count()
                >= MOST_AT_ONCE) {
            throw new BadInput("You have %d uploads that were begun and not used. Use or delete some of them first."
                    .formatted(MOST_AT_ONCE));
        }
        var id = new UploadId(UUID.randomUUID());
        try {
            UploadFolder.of(folder, owner, id).create(new UploadFolder.Info(name, metadata, length), clock.instant());
        } catch (IOException e) {
            throw StoreFull.translate(e, name);
        }
        return find(viewer, id);
    }

    public UploadStatus find(Viewer viewer, UploadId id) {
        synchronized (lockOf(id)) {
            return status(viewer, id);
        }
    }

    /// Adds a piece that begins at `offset`. When its connection breaks, what has come of it stays, and the sender goes
    /// on from there; a piece that is to be checked is kept whole or not at all. A request that sends the same file
    /// meanwhile, most likely over a connection that broke unnoticed, ends here.
    public UploadStatus append(
            Viewer viewer, UploadId id, long offset, InputStream in, Optional<UploadChecksum> checksum) {
        try (var writer = begin(viewer, id, offset, checksum)) {
            writer.copy(in);
        } catch (IOException e) {
            throw StoreFull.translate(e, find(viewer, id).name());
        }
        return find(viewer, id);
    }

    private UploadWriter begin(Viewer viewer, UploadId id, long offset, Optional<UploadChecksum> checksum)
            throws IOException {
        synchronized (lockOf(id)) {
            var status = status(viewer, id);
            if (status.offset() != offset) {
                throw new UploadRefused(
                        Reason.OFFSET,
                        "%s has %d bytes, so the next piece begins at %d and not at %d."
                                .formatted(status.name(), status.offset(), status.offset(), offset));
            }
            var writer = new UploadWriter(status, placeOf(viewer, id), checksum, clock, lockOf(id), writers);
            writers.put(id, writer);
            return writer;
        }
    }

    public void delete(Viewer viewer, UploadId id) {
        synchronized (lockOf(id)) {
            status(viewer, id);
            writers.remove(id);
            try {
                placeOf(viewer, id).delete();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// The finished file under another name as well, at once and without a copy.
    void linkTo(Viewer viewer, UploadId id, Path file) throws IOException {
        synchronized (lockOf(id)) {
            requireComplete(viewer, id);
            placeOf(viewer, id).linkTo(file);
        }
    }

    UploadStatus requireComplete(Viewer viewer, UploadId id) {
        var status = find(viewer, id);
        if (!status.isComplete()) {
            throw new BadInput("%s is not all there: %d of its %d bytes have come. Send the rest first."
                            .formatted(status.name(), status.offset(), status.length()))
                    .inFile(status.name())
                    .forField("upload");
        }
        return status;
    }

    /// Removes what nobody has sent to, and nobody has used, for long.
    void sweep() {
        var now = clock.instant();
        for (var upload : UploadFolder.all(folder)) {
            var id = idOf(upload);
            synchronized (id.map(this::lockOf).orElse(this)) {
                try {
                    if (id.filter(writers::containsKey).isEmpty()) {
                        upload.sweep(now.minus(KEPT), now);
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private static Optional<UploadId> idOf(UploadFolder upload) {
        return Stream.of(upload.id())
                .filter(Staging::isId)
                .map(text -> new UploadId(UUID.fromString(text)))
                .findFirst();
    }

    private UploadStatus status(Viewer viewer, UploadId id) {
        try {
            var place = placeOf(viewer, id);
            var info = place.info().orElseThrow(() -> new NotFound("This upload"));
            var expires = place.lastTouched().map(last -> last.plus(KEPT));
            if (expires.isEmpty() || expires.get().isBefore(clock.instant())) {
                throw new UploadRefused(
                        Reason.EXPIRED,
                        "%s lay here for %d days and is gone. Send it again.".formatted(info.name(), KEPT.toDays()));
            }
            var writer = Optional.ofNullable(writers.get(id));
            var offset = writer.isPresent() ? writer.get().kept() : Files.size(place.data());
            return new UploadStatus(id, info.name(), info.metadata(), info.length(), offset, expires.get());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private UploadFolder placeOf(Viewer viewer, UploadId id) {
        return UploadFolder.of(folder, viewer.member().id(), id);
    }

    private Object lockOf(UploadId id) {
        return locks.get(Math.floorMod(id.hashCode(), STRIPES));
    }
}
