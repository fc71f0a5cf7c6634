package org.histogrid.base.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.histogrid.RunningHistogrid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(value = OS.LINUX, disabledReason = "Looks for left-over processes in /proc")
class EmbeddedStoreE2E {

    /// It is started three times, and has little to do each time.
    private static final String QUICKER = "-XX:TieredStopAtLevel=1";

    @TempDir
    private Path data;

    @Test
    void leavesNothingBehindOnControlCAndComesBackAfterAKill() throws Exception {
        var settings = Map.of("HISTOGRID_DATA", data.toString());
        String password;

        try (var histogrid = RunningHistogrid.startFromClasses(settings, QUICKER)) {
            assertThat(health(histogrid)).isEqualTo("{\"status\":\"UP\"}");
            assertThat(RunningHistogrid.postgresProcessesOf(data)).isNotEmpty();
            password = Files.readString(data.resolve("postgres/password"));
            assertThat(histogrid.stop("INT")).isEqualTo(130);
        }
        assertThat(RunningHistogrid.postgresProcessesOf(data)).isEmpty();

        try (var histogrid = RunningHistogrid.startFromClasses(settings, QUICKER)) {
            assertThat(histogrid.stop("KILL")).isEqualTo(137);
        }
        assertThat(RunningHistogrid.postgresProcessesOf(data)).as("left behind").isNotEmpty();

        try (var histogrid = RunningHistogrid.startFromClasses(settings, QUICKER)) {
            assertThat(health(histogrid)).isEqualTo("{\"status\":\"UP\"}");
            assertThat(Files.readString(data.resolve("postgres/password"))).isEqualTo(password);
            assertThat(histogrid.stop("TERM")).isEqualTo(143);
        }
        assertThat(RunningHistogrid.postgresProcessesOf(data)).isEmpty();
    }

    static String health(RunningHistogrid histogrid) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(histogrid.address() + "/health"))
                    .build();
            return client.send(request, BodyHandlers.ofString()).body();
        }
    }
}
