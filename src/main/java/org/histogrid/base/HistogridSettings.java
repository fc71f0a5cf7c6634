package org.histogrid.base;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/// The settings of an installation. Each may also come from the environment, as HISTOGRID_PORT and so on.
/// An empty value counts as none, because compose files hand on empty variables.
@ConfigurationProperties("histogrid")
@Validated
public record HistogridSettings(
        @DefaultValue("8080") @Min(0) @Max(65535) int port,
        @DefaultValue("127.0.0.1") String bind,
        @DefaultValue("./data") Path data,
        @DefaultValue Database db,
        @DefaultValue("false") boolean demo,
        @DefaultValue Optional<String> adminPassword,
        @DefaultValue Optional<String> adminToken,
        @DefaultValue("20GB") DataSize uploadMax) {

    public HistogridSettings {
        data = data.toAbsolutePath().normalize();
        adminPassword = adminPassword.filter(text -> !text.isBlank());
        adminToken = adminToken.filter(text -> !text.isBlank());
    }

    /// Where uploads wait until their import has read them.
    public Path staging() {
        return data.resolve("staging");
    }

    @Override
    public String toString() {
        return "HistogridSettings[port=" + port + ", bind=" + bind + ", data=" + data + ", db=" + db + ", demo=" + demo
                + ", uploadMax=" + uploadMax + "]";
    }

    /// A PostgreSQL of one's own; without a URL the embedded one is used.
    public record Database(
            @DefaultValue Optional<String> url,
            @DefaultValue Optional<String> user,
            @DefaultValue Optional<String> password) {

        public Database {
            url = url.filter(text -> !text.isBlank());
            user = user.filter(text -> !text.isBlank());
            password = password.filter(text -> !text.isEmpty());
        }

        @Override
        public String toString() {
            return "Database[url="
                    + url.map(text -> text.replaceFirst("\\?.*", "?...")).orElse("") + "]";
        }
    }
}
