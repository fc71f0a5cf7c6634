package org.histogrid.base.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.Optional;
import org.histogrid.base.BadInput;
import org.histogrid.base.Conflict;
import org.histogrid.base.Denied;
import org.histogrid.base.NotFound;
import org.histogrid.base.Stale;
import org.histogrid.base.TooLarge;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// The one funnel for what goes wrong in views: a fact the application knows becomes its sentence, anything else is
/// logged once and told in plain words.
@Component
public class Failures implements VaadinServiceInitListener {

    public static final String UNEXPECTED = "Something went wrong on the server. It was logged; please try again.";

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    Failures() {}

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionInitListener(session -> session.getSession().setErrorHandler(Failures::handle));
    }

    private static void handle(ErrorEvent event) {
        var sentence = tell(event.getThrowable());
        if (UI.getCurrent() != null) {
            Notices.showError(sentence);
        }
    }

    /// The sentence for a person; a failure nobody foresaw is logged on the way.
    public static String tell(Throwable failure) {
        return known(failure).orElseGet(() -> {
            LOG.error("Unexpected failure in a view", failure);
            return UNEXPECTED;
        });
    }

    /// The sentence of a failure that the application throws on purpose, also where it is wrapped.
    public static Optional<String> known(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = next(cause)) {
            switch (cause) {
                case NotFound _, Denied _, BadInput _, Conflict _, TooLarge _ -> {
                    return Optional.of(String.valueOf(cause.getMessage()));
                }
                case Stale stale -> {
                    return Optional.of("%s saved another version in the meantime. Load the page again to see it."
                            .formatted(stale.savedBy()));
                }
                default -> {
                    // Perhaps what caused it is known
                }
            }
        }
        return Optional.empty();
    }

    private static @Nullable Throwable next(Throwable failure) {
        return failure.getCause() == failure ? null : failure.getCause();
    }
}
