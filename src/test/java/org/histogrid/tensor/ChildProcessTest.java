package org.histogrid.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Whatever the child process does, it is gone afterwards, and so are its files.
@Timeout(120)
class ChildProcessTest {

    private static final Duration LONG = Duration.ofMinutes(5);

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void upload() throws IOException {
        file = Files.writeString(folder.resolve("upload"), "content");
    }

    @AfterEach
    void nothingIsLeft() throws IOException {
        try (Stream<Path> left = Files.list(folder.resolve("unpacked"))) {
            assertThat(left).isEmpty();
        }
        assertThat(ProcessHandle.current().descendants().filter(ChildProcessTest::isChild))
                .isEmpty();
    }

    private static boolean isChild(ProcessHandle process) {
        return process.isAlive() && process.info().commandLine().orElse("").contains(BadChild.class.getName());
    }

    @Test
    void oneThatSleepsIsKilledInTime() {
        long start = System.nanoTime();
        assertRefused("sleep", Duration.ofSeconds(2), "acts.h5 could not be read within 2 seconds.");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void oneThatNeedsMoreMemoryIsReported() {
        assertRefused("allocate", LONG, "acts.h5 could not be read within 384 MB of memory.");
    }

    @Test
    void oneThatWritesWithoutEndIsKilled() {
        assertRefused(
                "write",
                LONG,
                "acts.h5 unpacks to more than 1,000,000 bytes from 7; that is refused as a zip bomb would be.");
    }

    @Test
    void oneThatLogsWithoutEndIsKilled() {
        assertRefused(
                "log",
                LONG,
                "acts.h5 unpacks to more than 1,000,000 bytes from 7; that is refused as a zip bomb would be.");
    }

    @Test
    void oneThatFailsIsReportedWithItsLogForTheServer() {
        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(() -> run("exit", LONG))
                .withMessage("acts.h5 is damaged: the process that reads such files failed on it.")
                .havingCause()
                .isInstanceOf(IOException.class)
                .withMessageContaining("exit code 7")
                .withMessageContaining("last words");
    }

    @Test
    void oneThatCrashesIsReported() {
        assertRefused("crash", LONG, "acts.h5 is damaged: the process that reads such files failed on it.");
    }

    @Test
    void oneThatAnswersGarbageIsReported() {
        for (String garbage : List.of("silent", "garbage", "huge", "longer")) {
            assertRefused(garbage, LONG, "acts.h5 is damaged: the process that reads such files failed on it.");
        }
    }

    @Test
    void oneThatRefusesInControlCharactersIsQuotedWithoutThem() {
        assertRefused("refuse", LONG, "acts.h5, tensor \"a\uFFFDb\", is \uFFFD[31mred.");
    }

    @Test
    void oneWithChildrenOfItsOwnTakesThemAlong() {
        assertRefused("children", Duration.ofSeconds(4), "acts.h5 could not be read within 4 seconds.");
    }

    @Test
    void theThreadThatWaitsMayBeInterrupted() throws Exception {
        CompletableFuture<Throwable> failure = new CompletableFuture<>();
        Thread thread = Thread.ofPlatform().start(() -> {
            try {
                run("sleep", LONG);
            } catch (UnreadableFile e) {
                assertThat(Thread.currentThread().isInterrupted()).isTrue();
                failure.complete(e);
            }
        });
        while (ProcessHandle.current().descendants().noneMatch(ChildProcessTest::isChild)) {
            Thread.onSpinWait();
        }
        thread.interrupt();
        assertThat(failure.get(60, TimeUnit.SECONDS))
                .hasMessage("acts.h5 was not read to its end: the work was cancelled.");
    }

    @Test
    void oneEndsWithTheServer() throws Exception {
        Path pipe = folder.resolve("pipe");
        assumeThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        Process server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BadChild.class.getName(),
                        "server",
                        file.toString(),
                        folder.resolve("unpacked").toString(),
                        pipe.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("server.log").toFile())
                .start();
        ProcessHandle child = null;
        while (child == null) {
            assertThat(server.isAlive()).isTrue();
            child = server.descendants().findFirst().orElse(null);
        }
        server.destroyForcibly();
        child.onExit().get(60, TimeUnit.SECONDS);
        // What a killed server leaves lies in the folder of the import, and goes with it
        try (Stream<Path> left = Files.walk(folder.resolve("unpacked"))) {
            for (Path path : left.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
        Files.createDirectories(folder.resolve("unpacked"));
    }

    private void assertRefused(String behaviour, Duration patience, String message) {
        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(() -> run(behaviour, patience))
                .withMessage(message);
    }

    private void run(String behaviour, Duration patience) {
        try (Arena arena = Arena.ofConfined()) {
            Workspace workspace = new Workspace(folder.resolve("unpacked"), 1 << 30, patience);
            Origin origin = Origin.map(file, "acts.h5", arena, workspace);
            ChildProcess.of(origin, BadChild.class.getName(), 1_000_000)
                    .run(List.of(behaviour), (answer, files) -> answer);
        }
    }
}
