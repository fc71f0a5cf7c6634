package org.histogrid.base;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Says where to go, on standard output and not in the log: scripts wait for this line.
@Component
class ReadyAnnouncement {

    private final Environment environment;
    private final HistogridSettings settings;

    ReadyAnnouncement(Environment environment, HistogridSettings settings) {
        this.environment = environment;
        this.settings = settings;
    }

    @EventListener(ApplicationReadyEvent.class)
    @SuppressWarnings("SystemOut")
    void announce() {
        // Missing where no port is opened, as in most tests
        var port = environment.getProperty("local.server.port", Integer.class);
        if (port != null) {
            System.out.println("Histogrid is ready at " + address(settings.bind(), port));
            System.out.flush();
        }
    }

    static String address(String bind, int port) {
        var host = switch (bind) {
            case "0.0.0.0" -> "127.0.0.1";
            case "::" -> "[::1]";
            default -> bind.contains(":") ? "[" + bind + "]" : bind;
        };
        return "http://" + host + ":" + port;
    }
}
