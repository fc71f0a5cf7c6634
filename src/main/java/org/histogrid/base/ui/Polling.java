package org.histogrid.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;
import java.util.function.BooleanSupplier;

/// Looks again and again at something that runs, for as long as it runs and its component is on the page.
public final class Polling {

    private static final int OFF = -1;

    private Polling() {}

    /// Calls `look` about every `millis` milliseconds until it answers false or `owner` leaves the page. One for a
    /// page: a second one sets the pace of both.
    public static Registration of(Component owner, int millis, BooleanSupplier look) {
        var ui = owner.getUI().orElseGet(UI::getCurrent);
        var one = new Registration[2];
        Registration stop = Registration.once(() -> {
            ui.setPollInterval(OFF);
            one[0].remove();
            one[1].remove();
        });
        ui.setPollInterval(millis);
        one[0] = ui.addPollListener(_ -> {
            if (!look.getAsBoolean()) {
                stop.remove();
            }
        });
        one[1] = owner.addDetachListener(_ -> stop.remove());
        return stop;
    }
}
