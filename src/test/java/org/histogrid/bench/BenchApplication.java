package org.histogrid.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.histogrid.HistogridApplication;
import org.histogrid.account.AccountService;
import org.histogrid.account.DemoTeam;
import org.histogrid.sharing.Viewer;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// The application as `./histogrid run` starts it, on an embedded PostgreSQL of its own that is as durable as there,
/// with the demo's data. Removed when closed.
final class BenchApplication implements AutoCloseable {

    private final Path data;
    private final ConfigurableApplicationContext context;

    BenchApplication() throws IOException {
        data = Files.createTempDirectory("histogrid-bench");
        context = new SpringApplicationBuilder(HistogridApplication.class)
                .properties("vaadin.productionMode=true")
                .run(
                        "--histogrid.port=0",
                        "--histogrid.demo=true",
                        "--histogrid.data=" + data,
                        "--logging.level.org.histogrid=warn");
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    Viewer viewer() {
        return Viewer.of(
                bean(AccountService.class).findByName(DemoTeam.MEMBER.account()).orElseThrow());
    }

    @Override
    public void close() throws IOException {
        context.close();
        try (var files = Files.walk(data)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
