package org.histogrid.base.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import org.histogrid.base.OwnerOnly;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.util.FileSystemUtils;

/// The PostgreSQL of the default run: durable, reachable from this machine only and by password only, in a folder
/// that only its user may open. Killed together with the JVM or left behind by it, it recovers at the next start.
///
/// @see <a href="../../../../../../docs/decisions/0005-embedded-database.md">Decision 5</a>
final class EmbeddedServer implements JdbcConnectionDetails, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final String OWNER = "postgres";
    private static final String NAME = "histogrid";

    /// Replaying the log after a crash in the middle of a big import takes its time.
    private static final String START_SECONDS = "600";

    private final Path home;
    private final Path cluster;
    private final DataFolderLock lock;
    private final PostgresBinaries binaries;
    private final String password;
    private final int port;

    private EmbeddedServer(Path home, DataFolderLock lock) throws IOException {
        this.home = home;
        this.cluster = home.resolve("cluster");
        this.lock = lock;
        this.binaries = PostgresBinaries.unpackedIn(home);
        refuseOtherMajorVersion();
        stopLeftOver();
        this.password = Files.isDirectory(cluster) ? knownPassword() : createCluster();
        this.port = start();
        createDatabase();
    }

    static EmbeddedServer startedIn(Path data) {
        try {
            var lock = DataFolderLock.take(OwnerOnly.directory(data));
            try {
                return new EmbeddedServer(OwnerOnly.directory(data.toRealPath().resolve("postgres")), lock);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new StoreUnavailableException(
                    "The embedded PostgreSQL in " + data + " did not start. " + e.getMessage(), e);
        }
    }

    @Override
    public String getJdbcUrl() {
        return url(NAME);
    }

    @Override
    public String getUsername() {
        return NAME;
    }

    @Override
    public String getPassword() {
        return password;
    }

    int port() {
        return port;
    }

    @Override
    public void close() throws IOException {
        try (lock) {
            stopRunning();
        }
    }

    private void stopRunning() throws IOException {
        var running = Postmaster.of(cluster);
        if (running.isPresent()) {
            running.get().stop(binaries);
        }
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private void refuseOtherMajorVersion() throws IOException {
        var file = cluster.resolve("PG_VERSION");
        if (!Files.exists(file)) {
            return;
        }
        var found = Files.readString(file).strip();
        var brought = binaries.majorVersion();
        if (!found.equals(brought)) {
            throw new StoreUnavailableException("The data in " + cluster + " were written by PostgreSQL " + found
                    + ", and this Histogrid brings PostgreSQL " + brought + ". Dump them with PostgreSQL " + found
                    + " and restore them into a new data folder, or start the Histogrid that wrote them.");
        }
    }

    private void stopLeftOver() throws IOException {
        var leftOver = Postmaster.of(cluster);
        if (leftOver.isPresent()) {
            LOG.info("Stopping the PostgreSQL that an earlier run left behind");
            leftOver.get().stop(binaries);
        }
        // PostgreSQL would take any process that has the number now for its predecessor
        Files.deleteIfExists(Postmaster.pidFile(cluster));
    }

    private String knownPassword() throws IOException {
        var file = home.resolve("password");
        if (!Files.exists(file)) {
            throw new StoreUnavailableException("The file " + file + " with the password of the embedded database is"
                    + " missing. Put it back from a backup of the data folder.");
        }
        return Files.readString(file).strip();
    }

    private String createCluster() throws IOException {
        var secret = new byte[24];
        new SecureRandom().nextBytes(secret);
        var text = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        var file = home.resolve("password");
        OwnerOnly.write(file, text + "\n");
        var unfinished = home.resolve("cluster-unfinished");
        FileSystemUtils.deleteRecursively(unfinished);
        // The builtin locale sorts alike on every operating system. Passwords are asked for from the first second on.
        binaries.run(
                "initdb",
                "--pgdata=" + unfinished,
                "--username=" + OWNER,
                "--pwfile=" + file,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8");
        Files.move(unfinished, cluster, StandardCopyOption.ATOMIC_MOVE);
        return text;
    }

    private int start() throws IOException {
        int chosen = choosePort();
        OwnerOnly.write(home.resolve("port"), chosen + "\n");
        OwnerOnly.write(cluster.resolve("postgresql.conf"), ServerConfig.settings(chosen));
        OwnerOnly.write(cluster.resolve("pg_hba.conf"), ServerConfig.access());
        var log = home.resolve("start.log");
        Files.deleteIfExists(log);
        try {
            // pg_ctl takes the server out of this terminal's process group: Ctrl-C reaches it through close() only
            binaries.run("pg_ctl", "start", "-D", cluster.toString(), "-l", log.toString(), "-w", "-t", START_SECONDS);
        } catch (PostgresFailure e) {
            stopRunning();
            throw new StoreUnavailableException(
                    "The embedded PostgreSQL in " + home + " did not start. It said: "
                            + (Files.exists(log) ? Files.readString(log).strip() : e.getMessage()),
                    e);
        }
        return chosen;
    }

    /// The port of the last time if it is free, so that other tools find the database again.
    private int choosePort() throws IOException {
        var file = home.resolve("port");
        if (Files.exists(file)) {
            var text = Files.readString(file).strip();
            if (text.matches("\\d{1,5}") && isFree(Integer.parseInt(text))) {
                return Integer.parseInt(text);
            }
        }
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    /// The application's own role is no superuser. Asked at every start, because an earlier one may have been
    /// killed between the two statements.
    private void createDatabase() throws IOException {
        try (var connection = DriverManager.getConnection(url(OWNER), OWNER, password);
                var statement = connection.createStatement()) {
            if (!exists(statement, "select from pg_roles where rolname = '" + NAME + "'")) {
                statement.execute("create role " + NAME + " login password '" + password + "'");
            }
            if (!exists(statement, "select from pg_database where datname = '" + NAME + "'")) {
                statement.execute("create database " + NAME + " owner " + NAME);
            }
        } catch (SQLException e) {
            stopRunning();
            throw new StoreUnavailableException(
                    "The embedded PostgreSQL in " + home + " runs but does not answer as expected: " + e.getMessage(),
                    e);
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (var rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }
}
