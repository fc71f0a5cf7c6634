package org.histogrid;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// target/histogrid.jar as a user starts it: a process of its own, settings from the environment, a free port.
public final class RunningHistogrid implements AutoCloseable {

    private static final String READY = "Histogrid is ready at ";
    private static final int START_SECONDS = 300;
    private static final int STOP_SECONDS = 60;

    private final Process process;
    private final ConcurrentLinkedQueue<String> output = new ConcurrentLinkedQueue<>();
    private final CompletableFuture<String> address = new CompletableFuture<>();

    private RunningHistogrid(Process process) {
        this.process = process;
        Thread.ofVirtual().start(this::follow);
    }

    /// Starts and waits for the line that says where it is ready.
    public static RunningHistogrid start(Map<String, String> settings) throws IOException {
        var jar = Path.of(System.getProperty("histogrid.jar", "target/histogrid.jar"));
        return start(settings, List.of("-jar", jar.toAbsolutePath().toString()));
    }

    /// The same from the classes of this build, with options of the JVM.
    public static RunningHistogrid startFromClasses(Map<String, String> settings, String... options)
            throws IOException {
        var arguments = new ArrayList<>(List.of(options));
        arguments.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                "-Dvaadin.productionMode=true",
                HistogridApplication.class.getName()));
        return start(settings, arguments);
    }

    private static RunningHistogrid start(Map<String, String> settings, List<String> arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                // A test that runs in the background of a shell would hand on that SIGINT is ignored
                "env",
                "--default-signal=INT",
                Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("HISTOGRID_") || name.startsWith("SPRING_"));
        builder.environment().put("HISTOGRID_PORT", "0");
        builder.environment().putAll(settings);
        var running = new RunningHistogrid(builder.start());
        running.address();
        return running;
    }

    /// For example http://127.0.0.1:40123
    public String address() {
        try {
            return address.get(START_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            close();
            throw new AssertionError("Not ready after " + START_SECONDS + " s. It said:\n" + text(), e);
        } catch (Exception e) {
            close();
            throw new AssertionError("It ended before it was ready. It said:\n" + text(), e);
        }
    }

    public List<String> output() {
        return List.copyOf(output);
    }

    /// Sends a signal such as "TERM" and returns the exit code.
    public int stop(String signal) throws IOException, InterruptedException {
        var sent = new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start();
        if (sent.waitFor() != 0 || !process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("Still there after SIG" + signal + ". It said:\n" + text());
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }

    private void follow() {
        try (var reader = process.inputReader()) {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                output.add(line);
                if (line.startsWith(READY)) {
                    address.complete(line.substring(READY.length()).strip());
                }
            }
        } catch (IOException e) {
            output.add(e.toString());
        }
        address.completeExceptionally(new IllegalStateException("The output ended"));
    }

    private String text() {
        return String.join("\n", output);
    }

    /// The processes of a PostgreSQL that works in this folder or below it.
    public static List<Long> postgresProcessesOf(Path folder) throws IOException {
        var real = folder.toRealPath();
        try (var processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            var found = new ArrayList<Long>();
            for (var each : processes) {
                if (worksIn(each, real)) {
                    found.add(Long.valueOf(each.getFileName().toString()));
                }
            }
            return found;
        }
    }

    private static boolean worksIn(Path process, Path folder) {
        try {
            return Files.readSymbolicLink(process.resolve("cwd")).startsWith(folder)
                    && Files.readString(process.resolve("comm")).startsWith("postgres");
        } catch (IOException e) {
            // Ended meanwhile, or of another user
            return false;
        }
    }
}
