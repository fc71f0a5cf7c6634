package org.histogrid.base;

import jakarta.servlet.MultipartConfigElement;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HistogridSettings.class)
class BaseConfiguration {

    /// Room in a request for the specification beside the files.
    private static final long SPECIFICATION_BYTES = 1 << 20;

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /// Every part goes to the staging folder, none to the heap. Made here and not by properties, because Tomcat
    /// takes a relative location to be below its own temporary folder and wants it to exist.
    @Bean
    MultipartConfigElement multipartConfigElement(HistogridSettings settings) {
        var staging = stagingOf(settings);
        long file = settings.uploadMax().toBytes();
        return new MultipartConfigElement(staging.toString(), file, file + SPECIFICATION_BYTES, 0);
    }

    private static Path stagingOf(HistogridSettings settings) {
        try {
            return OwnerOnly.directory(settings.staging());
        } catch (IOException e) {
            throw new InvalidConfigurationPropertyValueException(
                    "histogrid.data",
                    settings.data(),
                    "Nothing can be written there (" + e + "). Name a folder of your own with HISTOGRID_DATA.",
                    e);
        }
    }
}
