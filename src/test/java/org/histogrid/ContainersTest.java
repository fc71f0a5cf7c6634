package org.histogrid;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// No engine runs these files where the tests run, so their essentials are read.
class ContainersTest {

    private final Map<String, Object> compose = read();
    private final Map<String, Object> db = at(compose, "services", "db");
    private final Map<String, Object> app = at(compose, "services", "histogrid");

    @Test
    void theDatabaseStartsWithoutAProfileAndTheApplicationWithOne() {
        assertThat(db).doesNotContainKey("profiles").containsEntry("image", "postgres:18");
        assertThat(app).containsEntry("profiles", List.of("app"));
    }

    @Test
    void noPasswordIsWrittenInTheFile() {
        var asked = "${HISTOGRID_DB_PASSWORD:?Set HISTOGRID_DB_PASSWORD to a password of your choice}";

        assertThat(at(db, "environment")).containsEntry("POSTGRES_PASSWORD", asked);
        assertThat(at(app, "environment")).containsEntry("HISTOGRID_DB_PASSWORD", asked);
    }

    @Test
    void dataLiveInNamedVolumes() {
        assertThat(at(compose, "volumes")).containsOnlyKeys("db", "data");
        assertThat(db).containsEntry("volumes", List.of("db:/var/lib/postgresql"));
        assertThat(app).containsEntry("volumes", List.of("data:/data"));
    }

    @Test
    void theApplicationWaitsForAHealthyDatabaseAndUsesIt() {
        assertThat(at(db, "healthcheck").get("test").toString()).contains("pg_isready");
        assertThat(at(app, "depends_on", "db")).containsEntry("condition", "service_healthy");
        assertThat(at(app, "environment"))
                .containsEntry("HISTOGRID_DB_URL", "jdbc:postgresql://db:5432/histogrid")
                .containsEntry("HISTOGRID_DB_USER", at(db, "environment").get("POSTGRES_USER"));
    }

    @Test
    void portsAreOpenOnThisMachineOnly() {
        for (var service : List.of(db, app)) {
            assertThat(service.get("ports"))
                    .asInstanceOf(InstanceOfAssertFactories.list(String.class))
                    .isNotEmpty()
                    .allMatch(port -> port.startsWith("127.0.0.1:"));
        }
    }

    @Test
    void theImageRunsAsAUserOfItsOwnAndTellsItsHealth() throws IOException {
        var lines = Files.readString(Path.of("Dockerfile"))
                .replace("\\\n", " ")
                .lines()
                .toList();
        var lastStage = lines.subList(lines.lastIndexOf("FROM eclipse-temurin:25-jre-noble"), lines.size());

        assertThat(lastStage)
                .contains("USER histogrid", "VOLUME /data")
                .anyMatch(line -> line.startsWith("HEALTHCHECK") && line.contains("/health"))
                .anyMatch(line -> line.startsWith("ENV") && line.contains("HISTOGRID_BIND=0.0.0.0"));
        assertThat(lastStage.indexOf("USER histogrid"))
                .as("the program is started by that user")
                .isLessThan(lastStage.indexOf(lastStage.stream()
                        .filter(line -> line.startsWith("ENTRYPOINT"))
                        .findFirst()
                        .orElseThrow()));
    }

    private static Map<String, Object> read() {
        try (var reader = Files.newBufferedReader(Path.of("docker-compose.yml"))) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> at(Map<String, Object> tree, String... path) {
        var here = tree;
        for (var key : path) {
            assertThat(here).containsKey(key);
            here = (Map<String, Object>) here.get(key);
        }
        return here;
    }
}
