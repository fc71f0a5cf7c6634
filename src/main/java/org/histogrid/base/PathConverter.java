package org.histogrid.base;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationPropertiesBinding;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/// Spring's own conversion looks on the class path first, so that a folder of the same name there would win.
@Component
@ConfigurationPropertiesBinding
class PathConverter implements Converter<String, Path> {

    @Override
    public Path convert(String text) {
        return Path.of(text).toAbsolutePath().normalize();
    }
}
