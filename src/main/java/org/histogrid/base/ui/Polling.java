package org.histogrid.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;
import java.util.function.BooleanSupplier;

/// Looks again and again at something that runs, for as long as it runs and its component is on the page.
public final class Polling {

    private static final int OFF = -1;

    /// How many look on a page at a time.
    private record Active(int count) {}

    private Polling() {}

    /// Calls `look` about every `millis` milliseconds until it answers false or `owner` leaves the page. Of
    /// several on a page, the last one sets the pace of all.
    public static Registration of(Component owner, int millis, BooleanSupplier look) {
        var ui = owner.getUI().orElseGet(UI::getCurrent);
        var one = new Registration[2];
        Registration stop = Registration.once(() -> {
            if (count(ui, -1) == 0) {
                ui.setPollInterval(OFF);
            }
            one[0].remove();
            one[1].remove();
        });
        count(ui, 1);
        ui.setPollInterval(millis);
        one[0] = ui.addPollListener(_ -> {
            if (!look.getAsBoolean()) {
                stop.remove();
            }
        });
        one[1] = owner.addDetachListener(_ -> stop.remove());
        return stop;
    }

    private static int count(UI ui, int more) {
        var before = ComponentUtil.getData(ui, Active.class);
        var now = (before == null ? 0 : before.count()) + more;
        ComponentUtil.setData(ui, Active.class, new Active(now));
        return now;
    }
}
