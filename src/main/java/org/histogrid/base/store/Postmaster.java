package org.histogrid.base.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The running server process of a data directory, known by its postmaster.pid. A killed JVM leaves it behind.
record Postmaster(ProcessHandle process, Path cluster) {

    private static final String STOP_SECONDS = "60";

    static Path pidFile(Path cluster) {
        return cluster.resolve("postmaster.pid");
    }

    /// Empty if no process has the number, or if one has it that is no PostgreSQL of this directory: numbers are
    /// given again after a restart of the machine, and early in a container.
    static Optional<Postmaster> of(Path cluster) throws IOException {
        var file = pidFile(cluster);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var lines = Files.readAllLines(file);
        if (lines.isEmpty() || !lines.getFirst().strip().matches("\\d{1,10}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                .map(process -> new Postmaster(process, cluster))
                .filter(Postmaster::alive)
                .filter(Postmaster::serves);
    }

    void stop(PostgresBinaries binaries) throws IOException {
        var directory = cluster.toString();
        try {
            binaries.run("pg_ctl", "stop", "-D", directory, "-m", "fast", "-w", "-t", STOP_SECONDS);
        } catch (PostgresFailure slow) {
            if (alive()) {
                binaries.run("pg_ctl", "stop", "-D", directory, "-m", "immediate", "-w", "-t", STOP_SECONDS);
            }
        }
        awaitEnd();
    }

    private void awaitEnd() throws IOException {
        try {
            if (alive()) {
                process.onExit().get(10, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while PostgreSQL stopped", e);
        } catch (ExecutionException | TimeoutException e) {
            if (alive()) {
                throw new StoreUnavailableException(
                        "The PostgreSQL process " + process.pid() + " of " + cluster
                                + " does not stop. Stop it by hand, then start Histogrid again.",
                        e);
            }
        }
    }

    /// A zombie, whose parent never asks for it, counts as ended.
    private boolean alive() {
        if (!process.isAlive()) {
            return false;
        }
        try {
            var stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            return !stat.substring(stat.lastIndexOf(')')).startsWith(") Z");
        } catch (IOException e) {
            // No /proc on this system
            return process.isAlive();
        }
    }

    private boolean serves() {
        var command = process.info().command().map(Path::of).map(Path::getFileName);
        if (command.isPresent() && !command.get().toString().startsWith("postgres")) {
            return false;
        }
        try {
            // The server works in its data directory, and this holds even if the folder was moved meanwhile
            return Files.isSameFile(Path.of("/proc", Long.toString(process.pid()), "cwd"), cluster);
        } catch (IOException e) {
            var arguments = process.info().arguments().map(List::of).orElse(List.of());
            return arguments.contains(cluster.toString());
        }
    }
}
