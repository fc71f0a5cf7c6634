package org.histogrid.base.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.histogrid.RunningHistogrid;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The jar against the oldest PostgreSQL that it supports, started here by hand.
class OwnPostgresE2E {

    private static final Path PROGRAMS = Path.of("/usr/lib/postgresql/15/bin");
    private static final String PASSWORD = "a password of one's own";

    @TempDir
    private Path folder;

    private int port;

    @BeforeEach
    void startServer() throws Exception {
        assumeTrue(
                Files.isExecutable(PROGRAMS.resolve("initdb")),
                "Not run: there is no PostgreSQL 15 in " + PROGRAMS + ". Install the package postgresql-15.");
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        var password = Files.writeString(folder.resolve("password"), PASSWORD);
        run(
                "initdb",
                "-D",
                cluster(),
                "-U",
                "owner",
                "--pwfile",
                password.toString(),
                "-A",
                "scram-sha-256",
                "-E",
                "UTF8");
        var options = "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off";
        run("pg_ctl", "start", "-D", cluster(), "-l", folder.resolve("log").toString(), "-w", "-o", options);
        try (var connection = DriverManager.getConnection(url("postgres"), "owner", PASSWORD);
                var statement = connection.createStatement()) {
            statement.execute("create role histogrid login password '" + PASSWORD.replace("'", "''") + "'");
            statement.execute("create database neurons owner histogrid");
        }
    }

    @AfterEach
    void stopServer() throws Exception {
        if (Files.exists(Path.of(cluster(), "postmaster.pid"))) {
            run("pg_ctl", "stop", "-D", cluster(), "-m", "immediate", "-w");
        }
    }

    @Test
    void runsOnAPostgresqlOfOnesOwnAndEmbedsNone() throws Exception {
        var data = folder.resolve("data");
        var settings = Map.of(
                "HISTOGRID_DATA",
                data.toString(),
                "HISTOGRID_DB_URL",
                url("neurons"),
                "HISTOGRID_DB_USER",
                "histogrid",
                "HISTOGRID_DB_PASSWORD",
                PASSWORD);

        try (var histogrid = RunningHistogrid.start(settings)) {
            assertThat(EmbeddedStoreE2E.health(histogrid)).isEqualTo("{\"status\":\"UP\"}");
            assertThat(data.resolve("postgres")).doesNotExist();
            assertThat(histogrid.stop("TERM")).isEqualTo(143);
        }
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private String cluster() {
        return folder.resolve("cluster").toString();
    }

    private void run(String program, String... arguments) throws IOException, InterruptedException {
        // PostgreSQL refuses root; in a user namespace of its own root is somebody else
        var command = new ArrayList<>(LinuxUtils.isUnshareAvailable() ? List.of("unshare", "-U") : List.<String>of());
        command.add(PROGRAMS.resolve(program).toString());
        Stream.of(arguments).forEach(command::add);
        var output = folder.resolve(program + ".log");
        var exit = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
        assertThat(exit).as(() -> program + " said " + read(output)).isZero();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
