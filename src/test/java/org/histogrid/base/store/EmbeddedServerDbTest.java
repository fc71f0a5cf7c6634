package org.histogrid.base.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.histogrid.base.OwnerOnly;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

class EmbeddedServerDbTest {

    @TempDir
    private static Path unpacked;

    @TempDir
    private Path data;

    /// Unpacking takes longer than all the rest, so it happens once, in the first test.
    @BeforeEach
    void takeOverBinaries() throws IOException {
        PostgresBinaries.unpackedIn(unpacked);
        var home = OwnerOnly.directory(data.resolve("postgres"));
        try (var paths = Files.walk(unpacked)) {
            for (var path : (Iterable<Path>) paths.skip(1)::iterator) {
                var copy = home.resolve(unpacked.relativize(path));
                if (Files.isDirectory(path)) {
                    OwnerOnly.directory(copy);
                } else {
                    Files.createLink(copy, path);
                }
            }
        }
    }

    @Test
    void isDurableAndKeepsToThisMachine() throws Exception {
        try (var server = EmbeddedServer.startedIn(data)) {
            assertThat(show(server, "fsync")).isEqualTo("on");
            assertThat(show(server, "synchronous_commit")).isEqualTo("on");
            assertThat(show(server, "full_page_writes")).isEqualTo("on");
            assertThat(show(server, "listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(show(server, "jit")).isEqualTo("off");
            assertThat(show(server, "server_version")).startsWith("18.");
            assertThat(show(server, "data_checksums")).isEqualTo("on");
        }
    }

    @Test
    void letsNobodyInWithoutThePassword() throws Exception {
        try (var server = EmbeddedServer.startedIn(data)) {
            for (var role : List.of("histogrid", "postgres")) {
                assertThatThrownBy(() -> DriverManager.getConnection(server.getJdbcUrl(), role, "guess"))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("password authentication failed");
            }
            assertThat(access()).containsExactly("host all all 127.0.0.1/32 scram-sha-256");
            assertThat(value(server, "select rolsuper from pg_roles where rolname = current_user"))
                    .isEqualTo("f");
        }
    }

    @Test
    void keepsEveryFileFromOtherUsers() throws Exception {
        try (var _ = EmbeddedServer.startedIn(data)) {
            assertThat(rights(data)).isEqualTo("rwx------");
            for (var folder : List.of("postgres", "postgres/cluster")) {
                assertThat(rights(data.resolve(folder))).isEqualTo("rwx------");
            }
            for (var file : List.of("postgres/password", "postgres/cluster/pg_hba.conf", "postgres/port")) {
                assertThat(rights(data.resolve(file))).isEqualTo("rw-------");
            }
            try (var folders = Files.list(data.resolve("postgres"))) {
                assertThat(folders.filter(path -> path.getFileName().toString().startsWith("binaries-")))
                        .hasSize(1)
                        .allSatisfy(path -> assertThat(rights(path)).isEqualTo("rwx------"));
            }
        }
    }

    @Test
    void findsItsDataPasswordAndPortAgain() throws Exception {
        String password;
        int port;
        try (var server = EmbeddedServer.startedIn(data)) {
            execute(server, "create table note (text text)");
            execute(server, "insert into note values ('kept')");
            password = server.getPassword();
            port = server.port();
        }
        assertThat(Postmaster.pidFile(data.resolve("postgres/cluster"))).doesNotExist();
        try (var server = EmbeddedServer.startedIn(data)) {
            assertThat(value(server, "select text from note")).isEqualTo("kept");
            assertThat(server.getPassword()).isEqualTo(password);
            assertThat(server.port()).isEqualTo(port);
        }
        assertThat(password).hasSizeGreaterThan(20);
    }

    @Test
    void takesAnotherPortIfTheOldOneIsTaken() throws Exception {
        int port;
        try (var server = EmbeddedServer.startedIn(data)) {
            port = server.port();
        }
        try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
                var server = EmbeddedServer.startedIn(data)) {
            assertThat(server.port()).isNotEqualTo(port);
            assertThat(value(server, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void refusesASecondStartOnTheSameFolder() throws Exception {
        try (var server = EmbeddedServer.startedIn(data)) {
            assertThatThrownBy(() -> EmbeddedServer.startedIn(data))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("Another Histogrid is running on the data folder " + data);
            assertThat(value(server, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void recoversAfterTheProcessWasKilled() throws Exception {
        var killed = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KillableServer.class.getName(),
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var output = killed.inputReader()) {
            assertThat(output.lines().filter("ready"::equals).findFirst()).isPresent();
            assertThatThrownBy(() -> EmbeddedServer.startedIn(data))
                    .hasMessageContaining("Another Histogrid is running");
        } finally {
            killed.destroyForcibly().waitFor();
        }
        var leftOver = Postmaster.of(data.toRealPath().resolve("postgres/cluster"))
                .orElseThrow()
                .process();
        assertThat(leftOver.isAlive()).isTrue();

        try (var server = EmbeddedServer.startedIn(data)) {
            assertThat(value(server, "select text from note")).isEqualTo("written before the kill");
            assertThat(Postmaster.of(data.toRealPath().resolve("postgres/cluster")))
                    .hasValueSatisfying(
                            running -> assertThat(running.process().pid()).isNotEqualTo(leftOver.pid()));
        }
    }

    @Test
    void startsInSpiteOfThePidFileOfAProcessThatIsNoneOfIts() throws Exception {
        EmbeddedServer.startedIn(data).close();
        var ofThisTest = Long.toString(ProcessHandle.current().pid());

        for (var pid : List.of("1", ofThisTest, "")) {
            Files.writeString(Postmaster.pidFile(data.resolve("postgres/cluster")), pid + "\n" + data + "\n");
            try (var server = EmbeddedServer.startedIn(data)) {
                assertThat(value(server, "select 1")).isEqualTo("1");
            }
        }
    }

    @Test
    void startsAgainAfterAFirstStartThatWasKilledHalfway() throws Exception {
        FileSystemUtils.deleteRecursively(data.resolve("postgres"));
        Files.createDirectories(data.resolve("postgres/cluster-unfinished/base"));
        Files.createDirectories(data.resolve("postgres/binaries-unfinished/bin"));

        try (var server = EmbeddedServer.startedIn(data)) {
            assertThat(value(server, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void saysWhichMajorVersionWroteTheData() throws IOException {
        Files.createDirectories(data.resolve("postgres/cluster"));
        Files.writeString(data.resolve("postgres/cluster/PG_VERSION"), "17\n");

        assertThatThrownBy(() -> EmbeddedServer.startedIn(data))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("were written by PostgreSQL 17, and this Histogrid brings PostgreSQL 18");
    }

    @Test
    void saysThatThePasswordFileIsMissing() throws IOException {
        EmbeddedServer.startedIn(data).close();
        Files.delete(data.resolve("postgres/password"));

        assertThatThrownBy(() -> EmbeddedServer.startedIn(data))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("password of the embedded database is missing");
    }

    private List<String> access() throws IOException {
        return Files.readAllLines(data.resolve("postgres/cluster/pg_hba.conf")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    private static String rights(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String show(EmbeddedServer server, String setting) throws SQLException {
        return value(server, "show " + setting);
    }

    private static String value(EmbeddedServer server, String query) throws SQLException {
        try (var connection = connect(server);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private static void execute(EmbeddedServer server, String sql) throws SQLException {
        try (var connection = connect(server);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect(EmbeddedServer server) throws SQLException {
        return DriverManager.getConnection(server.getJdbcUrl(), server.getUsername(), server.getPassword());
    }
}
