package org.histogrid.base.store;

import java.nio.file.Path;
import java.sql.DriverManager;

/// Runs the embedded server in a JVM of its own, so that a test can kill that JVM.
final class KillableServer {

    private KillableServer() {}

    public static void main(String[] arguments) throws Exception {
        var server = EmbeddedServer.startedIn(Path.of(arguments[0]));
        try (var connection =
                        DriverManager.getConnection(server.getJdbcUrl(), server.getUsername(), server.getPassword());
                var statement = connection.createStatement()) {
            statement.execute("create table note (text text)");
            statement.execute("insert into note values ('written before the kill')");
            System.out.println("ready");
            System.out.flush();
            // Waits here, with its connection open, until it is killed
            System.in.read();
        }
    }
}
