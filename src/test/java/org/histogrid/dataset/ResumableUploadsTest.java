package org.histogrid.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.histogrid.account.AccountId;
import org.histogrid.account.Member;
import org.histogrid.account.Role;
import org.histogrid.base.BadInput;
import org.histogrid.base.HistogridSettings;
import org.histogrid.base.NotFound;
import org.histogrid.base.TooLarge;
import org.histogrid.dataset.UploadRefused.Reason;
import org.histogrid.sharing.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class ResumableUploadsTest {

    private static final String TEN = "0123456789";

    @TempDir
    private Path data;

    private final Viewer viewer = person();
    private final Viewer other = person();
    private Instant now = Instant.parse("2026-11-22T12:00:00Z");
    private ResumableUploads uploads;

    private static Viewer person() {
        return Viewer.of(new Member(AccountId.create(), "anna", Role.MEMBER));
    }

    @BeforeEach
    void open() {
        uploads = reopened();
    }

    private ResumableUploads reopened() {
        var settings = new HistogridSettings(
                0,
                "127.0.0.1",
                data,
                new HistogridSettings.Database(Optional.empty(), Optional.empty(), Optional.empty()),
                false,
                Optional.empty(),
                Optional.empty(),
                DataSize.ofMegabytes(1));
        var clock = new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
        return new ResumableUploads(settings, clock);
    }

    private UploadId begun() {
        return uploads.create(viewer, "acts.npy", "filename YWN0cy5ucHk=", 10).id();
    }

    private UploadStatus send(UploadId id, long offset, InputStream in) {
        return uploads.append(viewer, id, offset, in, Optional.empty());
    }

    private UploadStatus send(UploadId id, long offset, String text) {
        return send(id, offset, bytes(text));
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /// Gives `text`, and then its connection breaks.
    private static InputStream breaking(String text) {
        var in = bytes(text);
        return new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("broken");
            }

            @Override
            public int read(byte[] block, int from, int length) throws IOException {
                var read = in.read(block, from, length);
                if (read < 0) {
                    throw new IOException("broken");
                }
                return read;
            }
        };
    }

    private static UploadChecksum sha1(String text) throws Exception {
        var sum = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
        return new UploadChecksum("sha1", sum);
    }

    private static void assertRefused(Reason reason, ThrowingCallable call) {
        assertThatThrownBy(call)
                .asInstanceOf(type(UploadRefused.class))
                .extracting(UploadRefused::reason)
                .isEqualTo(reason);
    }

    private String content(UploadId id) throws IOException {
        var copy = data.resolve("copy");
        uploads.linkTo(viewer, id, copy);
        return Files.readString(copy);
    }

    @Test
    void brokenPieceStaysAsFarAsItCameAndTheRestGoesOnAfterARestart() throws IOException {
        var id = begun();
        assertThat(send(id, 0, breaking("01234")).offset()).isEqualTo(5);

        uploads = reopened();
        var left = uploads.find(viewer, id);
        assertThat(left.offset()).isEqualTo(5);
        assertThat(left.isComplete()).isFalse();
        assertThat(left.name()).isEqualTo("acts.npy");
        assertThat(send(id, 5, "56789").isComplete()).isTrue();
        assertThat(content(id)).isEqualTo(TEN);
    }

    @Test
    void pieceThatBeginsElsewhereIsRefusedAndChangesNothing() {
        var id = begun();
        send(id, 0, "012");
        assertRefused(Reason.OFFSET, () -> send(id, 0, "012"));
        assertRefused(Reason.OFFSET, () -> send(id, 4, "4"));
        assertThat(uploads.find(viewer, id).offset()).isEqualTo(3);
    }

    @Test
    void laterRequestTakesOverFromOneWhoseConnectionHangs() throws IOException {
        var id = begun();
        var hanging = new InputStream() {
            private boolean begun;

            @Override
            public int read() {
                throw new IllegalStateException();
            }

            @Override
            public int read(byte[] block, int from, int length) {
                if (begun) {
                    // What comes over the new connection while the old one waits
                    send(id, 3, "3456789");
                }
                begun = true;
                System.arraycopy("xyz".getBytes(StandardCharsets.UTF_8), 0, block, from, 3);
                return 3;
            }
        };
        assertRefused(Reason.OFFSET, () -> send(id, 0, hanging));
        assertThat(content(id)).isEqualTo("xyz3456789");
    }

    @Test
    void pieceThatIsCheckedIsKeptWholeOrNotAtAll() throws Exception {
        var id = begun();
        send(id, 0, "01");
        var right = Optional.of(sha1("2345"));
        assertRefused(Reason.CHECKSUM, () -> uploads.append(viewer, id, 2, bytes("2344"), right));
        assertThat(uploads.find(viewer, id).offset()).isEqualTo(2);
        assertRefused(Reason.CHECKSUM, () -> uploads.append(viewer, id, 2, breaking("234"), right));
        assertThat(uploads.find(viewer, id).offset()).isEqualTo(2);
        assertThat(uploads.append(viewer, id, 2, bytes("2345"), right).offset()).isEqualTo(6);
        send(id, 6, "6789");
        assertThat(content(id)).isEqualTo(TEN);
    }

    @Test
    void moreBytesThanAnnouncedOrAllowedAreRefused() {
        var id = begun();
        send(id, 0, "01");
        assertThatThrownBy(() -> send(id, 2, "23456789x")).isInstanceOf(TooLarge.class);
        assertThat(uploads.find(viewer, id).offset()).isEqualTo(2);
        assertThatThrownBy(() -> uploads.create(viewer, "big.npy", "", (1 << 20) + 1))
                .isInstanceOf(TooLarge.class)
                .hasMessageContaining("1 MB");
        assertThatThrownBy(() -> uploads.create(viewer, "odd.npy", "", -1)).isInstanceOf(BadInput.class);
    }

    @Test
    void unfinishedFileIsNotUsed() {
        var id = begun();
        send(id, 0, "01");
        assertThatThrownBy(() -> content(id)).isInstanceOf(BadInput.class).hasMessageContaining("2 of its 10");
    }

    @Test
    void uploadIsThereForNobodyElse() {
        var id = begun();
        List.<ThrowingCallable>of(
                        () -> uploads.find(other, id),
                        () -> uploads.append(other, id, 0, bytes(TEN), Optional.empty()),
                        () -> uploads.delete(other, id),
                        () -> uploads.linkTo(other, id, data.resolve("stolen")),
                        () -> uploads.find(viewer, new UploadId(UUID.randomUUID())))
                .forEach(call ->
                        assertThatThrownBy(call).isInstanceOf(NotFound.class).hasMessage("This upload was not found."));
        assertThat(uploads.find(viewer, id).offset()).isZero();
    }

    @Test
    void abandonedUploadIsGoneAfterAWeekAndForgottenAfterAnother() throws IOException {
        var old = begun();
        send(old, 0, "01");
        now = now.plus(Duration.ofDays(6));
        var young = begun();
        uploads.sweep();
        assertThat(uploads.find(viewer, old).offset()).isEqualTo(2);

        now = now.plus(Duration.ofDays(2));
        assertRefused(Reason.EXPIRED, () -> uploads.find(viewer, old));
        uploads.sweep();
        assertRefused(Reason.EXPIRED, () -> send(old, 2, "2"));
        assertThat(uploads.find(viewer, young).offset()).isZero();
        try (var files = Files.walk(data)) {
            assertThat(files.filter(file -> file.endsWith("data"))).hasSize(1);
        }

        now = now.plus(Duration.ofDays(8));
        uploads.sweep();
        assertThatThrownBy(() -> uploads.find(viewer, old)).isInstanceOf(NotFound.class);
    }

    @Test
    void nameIsNeverAPath() throws IOException {
        for (var name : List.of("../../outside.npy", "..\\outside.npy", "/tmp/outside.npy", "a/../../outside.npy")) {
            assertThat(uploads.create(viewer, name, "", 1).name()).isEqualTo("outside.npy");
        }
        assertThatThrownBy(() -> uploads.create(viewer, "..", "", 1)).isInstanceOf(BadInput.class);
        try (var files = Files.walk(data)) {
            assertThat(files.filter(Files::isRegularFile))
                    .allMatch(file -> file.startsWith(data.resolve("staging").resolve("uploads")))
                    .allMatch(file -> List.of("data", "info.json")
                            .contains(file.getFileName().toString()));
        }
    }

    @Test
    void deletedUploadLeavesNothingAndTooManyAreRefused() throws IOException {
        var first = begun();
        for (var number = 1; number < ResumableUploads.MOST_AT_ONCE; number++) {
            begun();
        }
        assertThatThrownBy(this::begun).isInstanceOf(BadInput.class).hasMessageContaining("200");
        uploads.delete(viewer, first);
        assertThatThrownBy(() -> uploads.find(viewer, first)).isInstanceOf(NotFound.class);
        assertThat(uploads.find(viewer, begun()).offset()).isZero();
        try (var files = Files.walk(data)) {
            assertThat(files.filter(file -> file.endsWith(first.toString()))).isEmpty();
        }
    }

    @Test
    void checksumIsReadOrRefusedWithASentence() {
        assertThat(UploadChecksum.parse("sha256 AAAA").algorithm()).isEqualTo("sha256");
        for (var text : List.of("", "sha1", "crc99 AAAA", "sha1 %%%")) {
            assertThatThrownBy(() -> UploadChecksum.parse(text))
                    .isInstanceOf(BadInput.class)
                    .hasMessageEndingWith(".");
        }
    }
}
