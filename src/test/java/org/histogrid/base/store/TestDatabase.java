package org.histogrid.base.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/// The PostgreSQL of the tests: started once in a JVM, fast rather than durable, in a time zone that is not UTC and
/// not a whole number of hours away from it, so that a forgotten zone shows.
public final class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final AtomicInteger COUNT = new AtomicInteger();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test database",
                        Map.of(
                                "histogrid.db.url",
                                createUrl(),
                                "histogrid.db.user",
                                "postgres",
                                "histogrid.data",
                                dataFolder())));
    }

    /// Each application has its own: one that starts removes staged files that its database does not know.
    private static String dataFolder() {
        return "target/test-data/%d-%d".formatted(ProcessHandle.current().pid(), COUNT.incrementAndGet());
    }

    /// The URL of a new, empty database; user `postgres`, no password.
    public static String createUrl() {
        var name = "test_" + COUNT.incrementAndGet();
        try (var connection = Server.POSTGRES.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("The test database " + name + " could not be created", e);
        }
        return "jdbc:postgresql://127.0.0.1:" + Server.POSTGRES.getPort() + "/" + name;
    }

    private static final class Server {

        private static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("timezone", "Asia/Kathmandu")
                        .setServerConfig("full_page_writes", "off")
                        .setServerConfig("jit", "off")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException("The PostgreSQL of the tests did not start", e);
            }
        }
    }
}
