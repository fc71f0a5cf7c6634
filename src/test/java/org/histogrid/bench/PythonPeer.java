package org.histogrid.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// A script of python in a child process, in a temporary folder with the data it reads: it says once what it is, and
/// then a line for each line it is asked.
final class PythonPeer implements AutoCloseable {

    private final Path folder;
    private final Process process;
    private final BufferedReader answers;
    private final BufferedWriter questions;
    private final String version;

    private PythonPeer(Path folder, Process process) throws IOException {
        this.folder = folder;
        this.process = process;
        this.answers = process.inputReader();
        this.questions = process.outputWriter();
        version = Optional.ofNullable(answers.readLine()).orElse("");
    }

    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /// Payloads one after the other.
    static Content all(byte[][] payloads) {
        return out -> {
            for (var payload : payloads) {
                out.write(payload);
            }
        };
    }

    /// Empty, with a sentence on standard output, where the script says nothing: python3 or a library is missing.
    ///
    /// @param name of what is compared with, for that sentence
    /// @param files that the script reads from the folder that is its first argument
    /// @param arguments those that follow
    static Optional<PythonPeer> start(String name, String script, Map<String, Content> files, String... arguments)
            throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("histogrid-bench");
        for (var file : files.entrySet()) {
            try (var out = Files.newOutputStream(folder.resolve(file.getKey()))) {
                file.getValue().writeTo(out);
            }
        }
        var program = Files.writeString(folder.resolve("peer.py"), script);
        var command = new ArrayList<>(List.of("python3", program.toString(), folder.toString()));
        command.addAll(List.of(arguments));
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            deleteAll(folder);
            System.out.println("Left out %s: %s".formatted(name, e.getMessage()));
            return Optional.empty();
        }
        var peer = new PythonPeer(folder, process);
        if (peer.version.isEmpty()) {
            peer.close();
            System.out.println("Left out %s: python3 did not start with what it needs.".formatted(name));
            return Optional.empty();
        }
        System.out.println("Against " + peer.version);
        return Optional.of(peer);
    }

    /// What it said of itself.
    String version() {
        return version;
    }

    String ask(String question) throws IOException {
        questions.write(question + "\n");
        questions.flush();
        var answer = answers.readLine();
        if (answer == null) {
            throw new IOException("python3 has ended");
        }
        return answer;
    }

    byte[] read(String file) throws IOException {
        return Files.readAllBytes(folder.resolve(file));
    }

    @Override
    public void close() throws IOException, InterruptedException {
        questions.close();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        deleteAll(folder);
    }

    private static void deleteAll(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
