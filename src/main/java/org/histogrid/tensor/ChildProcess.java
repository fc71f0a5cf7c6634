package org.histogrid.tensor;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.histogrid.tensor.child.ChildAnswer;
import org.histogrid.tensor.child.ChildMain;

/// Reads a file in a process of its own, with a heap, a time and a folder of its own, all bounded. The process
/// is gone when [#run] returns, and so is its folder: it is killed when it takes too long or writes too much,
/// when the thread that waits is interrupted, and it ends itself when the server ends.
final class ChildProcess {

    /// What the names of the folders in which children work begin with.
    static final String FOLDER = "child-";

    /// Its heap, in MiB.
    static final int HEAP_MB = 384;

    private static final String LAUNCHER = "org.springframework.boot.loader.launch.PropertiesLauncher";

    /// Each takes memory beside the server's.
    private static final int AT_A_TIME = 2;

    private static final Semaphore PERMITS = new Semaphore(AT_A_TIME, true);

    private static final int POLL_MILLIS = 50;

    /// What the process may write besides what it was asked for: the native parts of its libraries, its log.
    private static final long WRITES_BESIDES = 32L << 20;

    private static final String LOG = "log";

    private static final int SHOWN_OF_LOG = 4_000;

    private final Origin origin;
    private final String main;
    private final Duration patience;
    private final long most;

    private ChildProcess(Origin origin, String main, Duration patience, long most) {
        this.origin = origin;
        this.main = main;
        this.patience = patience;
        this.most = most;
    }

    /// The reader of HDF5 and Parquet.
    static ChildProcess of(Origin origin) {
        return of(origin, ChildMain.class.getName(), origin.budget().left());
    }

    /// Another program.
    ///
    /// @param main the name of its class
    /// @param most how many bytes it may write
    static ChildProcess of(Origin origin, String main, long most) {
        return new ChildProcess(origin, main, origin.workspace().patience(), most);
    }

    /// Runs the process and takes what it has written.
    ///
    /// @param arguments for the program
    /// @param use       takes the answer and the folder with the files beside it, which is removed afterwards
    /// @throws UnreadableFile if the answer is a refusal, there is none, or the process had to be ended
    <T> T run(List<String> arguments, BiFunction<ChildAnswer, Path, T> use) {
        try {
            PERMITS.acquire();
        } catch (InterruptedException e) {
            throw interrupted();
        }
        try {
            Files.createDirectories(origin.workspace().folder());
            Path folder = Files.createTempDirectory(origin.workspace().folder(), FOLDER)
                    .toAbsolutePath();
            try {
                return use.apply(answer(arguments, folder), folder);
            } finally {
                remove(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            PERMITS.release();
        }
    }

    /// Makes a file of the process a scratch file.
    ///
    /// @throws UnreadableFile if that is more than may be unpacked from the upload
    static Path keep(Path file, Origin origin, String suffix) {
        try {
            origin.budget().take(Files.size(file), origin);
            return Files.move(file, origin.scratchPath(suffix), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ChildAnswer answer(List<String> arguments, Path folder) throws IOException {
        int exit = exitCode(arguments, folder);
        if (exit == ChildMain.OUT_OF_MEMORY) {
            throw origin.refused("could not be read within " + HEAP_MB + " MB of memory.");
        }
        if (exit == ChildMain.STANDSTILL) {
            throw origin.refused("is damaged: reading it came to a standstill.");
        }
        if (exit != 0) {
            throw noAnswer("exit code " + exit, folder);
        }
        Path file = folder.resolve(ChildAnswer.FILE);
        try (InputStream in = Files.newInputStream(file)) {
            if (Files.size(file) > ChildAnswer.MOST_BYTES) {
                throw new IOException("an answer of " + Files.size(file) + " bytes");
            }
            return accepted(ChildAnswer.read(new DataInputStream(new BufferedInputStream(in))));
        } catch (IOException e) {
            throw noAnswer(e.toString(), folder);
        }
    }

    private ChildAnswer accepted(ChildAnswer answer) {
        if (answer instanceof ChildAnswer.Refused refused) {
            throw refused(origin, refused);
        }
        return answer;
    }

    private static UnreadableFile refused(Origin origin, ChildAnswer.Refused refused) {
        String reason = Sentences.excerpt(refused.reason(), 300);
        Optional<String> tensor = Optional.of(refused.tensor()).filter(name -> !name.isEmpty());
        return refused.row() > 0
                ? new UnreadableFile(origin.name(), tensor, reason, refused.row(), refused.column())
                : new UnreadableFile(origin.name(), tensor, reason);
    }

    private UnreadableFile noAnswer(String why, Path folder) {
        return new UnreadableFile(
                origin.name(),
                "is damaged: the process that reads such files failed on it.",
                new IOException(why + "\n" + log(folder)));
    }

    private static String log(Path folder) {
        try (InputStream in = Files.newInputStream(folder.resolve(LOG))) {
            return new String(in.readNBytes(SHOWN_OF_LOG), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private int exitCode(List<String> arguments, Path folder) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command(arguments, folder))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(LOG).toFile());
        // Nothing of the server's settings and passwords
        builder.environment().clear();
        long start = System.nanoTime();
        Process process = builder.start();
        try {
            // Its input stays open: its end is how the process learns that the server has ended
            while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                if (System.nanoTime() - start > patience.toNanos()) {
                    throw origin.refused("could not be read within " + Sentences.duration(patience) + ".");
                }
                requireBounded(folder);
            }
            requireBounded(folder);
            return process.exitValue();
        } catch (InterruptedException e) {
            throw interrupted();
        } finally {
            end(process);
        }
    }

    private UnreadableFile interrupted() {
        Thread.currentThread().interrupt();
        return origin.refused("was not read to its end: the work was cancelled.");
    }

    private void requireBounded(Path folder) throws IOException {
        if (written(folder) > most + WRITES_BESIDES) {
            throw origin.refused("unpacks to more than " + Sentences.grouped(most) + " bytes from "
                    + Sentences.grouped(origin.size()) + "; that is refused as a zip bomb would be.");
        }
    }

    private static long written(Path folder) throws IOException {
        long written = 0;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                try {
                    written += Files.size(file);
                } catch (NoSuchFileException e) {
                    // Removed meanwhile
                }
            }
        }
        return written;
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.onExit().join();
    }

    private List<String> command(List<String> arguments, Path folder) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + HEAP_MB + "m",
                "-Xss2m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-XX:-CreateCoredumpOnCrash",
                "-Xshare:auto",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.io.tmpdir=" + folder,
                "-Djava.awt.headless=true",
                "-Duser.timezone=UTC",
                // The parsers log each step
                "-Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider",
                "-Dloader.main=" + main,
                "-cp",
                classPath(),
                isPackaged() ? LAUNCHER : main));
        command.addAll(arguments);
        return command;
    }

    /// In the packaged application the classes lie in jars inside the jar.
    private boolean isPackaged() {
        return ClassLoader.getSystemClassLoader().getResource(main.replace('.', '/') + ".class") == null;
    }

    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
