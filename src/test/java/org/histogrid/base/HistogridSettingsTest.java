package org.histogrid.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.util.unit.DataSize;

class HistogridSettingsTest {

    @Test
    void hasTheDefaultsOfTheContract() {
        var settings = settingsOf(Map.of());

        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.bind()).isEqualTo("127.0.0.1");
        assertThat(settings.data()).isEqualTo(Path.of("data").toAbsolutePath());
        assertThat(settings.db().url()).isEmpty();
        assertThat(settings.demo()).isFalse();
        assertThat(settings.adminPassword()).isEmpty();
        assertThat(settings.adminToken()).isEmpty();
        assertThat(settings.uploadMax()).isEqualTo(DataSize.ofGigabytes(20));
    }

    @Test
    void readsEachSettingFromTheEnvironment() {
        var settings = settingsOf(Map.of(
                "HISTOGRID_PORT", "0",
                "HISTOGRID_BIND", "0.0.0.0",
                "HISTOGRID_DATA", "/srv/histogrid",
                "HISTOGRID_DB_URL", "jdbc:postgresql://db/histogrid",
                "HISTOGRID_DB_USER", "ada",
                "HISTOGRID_DB_PASSWORD", "a secret",
                "HISTOGRID_DEMO", "true",
                "HISTOGRID_ADMIN_PASSWORD", "correct horse",
                "HISTOGRID_ADMIN_TOKEN", "token",
                "HISTOGRID_UPLOAD_MAX", "3 GB"));

        assertThat(settings.port()).isZero();
        assertThat(settings.bind()).isEqualTo("0.0.0.0");
        assertThat(settings.data()).isEqualTo(Path.of("/srv/histogrid"));
        assertThat(settings.db())
                .isEqualTo(new HistogridSettings.Database(
                        Optional.of("jdbc:postgresql://db/histogrid"), Optional.of("ada"), Optional.of("a secret")));
        assertThat(settings.demo()).isTrue();
        assertThat(settings.adminPassword()).contains("correct horse");
        assertThat(settings.adminToken()).contains("token");
        assertThat(settings.uploadMax()).isEqualTo(DataSize.ofGigabytes(3));
    }

    @Test
    void takesAnEmptyVariableForNone() {
        var settings = settingsOf(
                Map.of("HISTOGRID_DB_URL", "", "HISTOGRID_ADMIN_PASSWORD", "", "HISTOGRID_ADMIN_TOKEN", " "));

        assertThat(settings.db().url()).isEmpty();
        assertThat(settings.adminPassword()).isEmpty();
        assertThat(settings.adminToken()).isEmpty();
    }

    @Test
    void keepsSecretsOutOfItsText() {
        var settings = settingsOf(Map.of(
                "HISTOGRID_DB_URL", "jdbc:postgresql://db/histogrid?password=hidden",
                "HISTOGRID_DB_PASSWORD", "hidden",
                "HISTOGRID_ADMIN_PASSWORD", "hidden",
                "HISTOGRID_ADMIN_TOKEN", "hidden"));

        assertThat(settings.toString()).contains("db/histogrid").doesNotContain("hidden");
    }

    private static HistogridSettings settingsOf(Map<String, Object> variables) {
        var found = new AtomicReference<HistogridSettings>();
        new ApplicationContextRunner()
                .withInitializer(context -> context.getEnvironment()
                        .getPropertySources()
                        .replace(
                                "systemEnvironment",
                                new SystemEnvironmentPropertySource("systemEnvironment", variables)))
                .withUserConfiguration(Settings.class)
                .run(context -> found.set(context.getBean(HistogridSettings.class)));
        return found.get();
    }

    @EnableConfigurationProperties(HistogridSettings.class)
    static class Settings {}
}
